@echo off
rem Memasang p3dn-reports dari folder ini untuk pemakai komputer ini saja: tanpa internet, tanpa hak administrator.
setlocal
set "PROGRAM=%LOCALAPPDATA%\p3dn\program"
set "KERJA=%~1"
if not defined KERJA set "KERJA=%USERPROFILE%\Meja Kerja P3DN"
if "%KERJA:~-1%"=="\" set "KERJA=%KERJA:~0,-1%"
if not exist "%~dp0roda\" (
  echo Folder roda tidak ada di sebelah berkas ini. Ekstrak dahulu seluruh zip, lalu jalankan lagi dari folder hasilnya.
  goto gagal
)
set "FIT=import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 14) or sys.maxsize < 2**32)"
set "PYTHON="
for %%p in ("py -3.13" "py -3.12" "py -3.11" "python") do if not defined PYTHON %%~p -c "%FIT%" >nul 2>nul && set "PYTHON=%%~p"
if not defined PYTHON (
  echo Python 3.11, 3.12, atau 3.13 64-bit belum terpasang. Pasang dari python.org, lalu jalankan lagi berkas ini.
  goto gagal
)
echo Memasang program ke "%PROGRAM%" ...
%PYTHON% -m venv --clear "%PROGRAM%"
if errorlevel 1 (
  echo Folder program tidak dapat dibuat. Tutup dahulu Meja Kerja P3DN yang sedang terbuka, lalu jalankan lagi.
  goto gagal
)
"%PROGRAM%\Scripts\python.exe" -m pip install --disable-pip-version-check --quiet --no-index --find-links "%~dp0roda" p3dn-reports
if errorlevel 1 (
  echo Program tidak dapat dipasang. Salin pesan di atas, lalu kirim kepada yang memberi Anda berkas ini.
  goto gagal
)
if exist "%KERJA%\rules.yaml" (
  "%PROGRAM%\Scripts\p3dn.exe" init --upgrade "%KERJA%"
) else (
  "%PROGRAM%\Scripts\p3dn.exe" init "%KERJA%"
)
if errorlevel 1 goto gagal
echo.
echo Selesai. Buka folder "%KERJA%", lalu klik dua kali Meja Kerja P3DN.
start "" explorer "%KERJA%"
pause
exit /b 0

:gagal
echo.
pause
exit /b 1
