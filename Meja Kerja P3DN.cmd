@echo off
rem Membuka Meja Kerja P3DN di peramban, untuk folder tempat berkas ini berada; folder bersama pun boleh.
setlocal
set "P3DN_WORKSPACE=%~dp0."
set "PROGRAM=%LOCALAPPDATA%\p3dn\program\Scripts\pythonw.exe"
if exist "%PROGRAM%" goto buka
set "PROGRAM=pythonw"
python -c "import p3dn_reports.web" >nul 2>nul
if not errorlevel 1 goto buka
echo Program p3dn-reports belum terpasang di komputer ini. Jalankan pasang.cmd dari zip pemasangannya, atau minta
echo pengelola memasangnya dengan Python 3.11 atau yang lebih baru; lalu klik dua kali lagi berkas ini.
pause
exit /b 1

:buka
start "" "%PROGRAM%" -m p3dn_reports.web
