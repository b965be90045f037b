@echo off
rem Membuka Meja Kerja P3DN di peramban, untuk folder tempat berkas ini berada; folder bersama pun boleh.
set "P3DN_WORKSPACE=%~dp0."
where pythonw >nul 2>nul
if errorlevel 1 (
  echo Python belum terpasang di komputer ini. Minta pengelola memasang Python 3.11 atau yang lebih baru dan p3dn-reports.
  pause
  exit /b 1
)
start "" pythonw -m p3dn_reports.web
