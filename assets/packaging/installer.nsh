; What the app itself has written for this user on Windows goes with it: the link's scheme and the start at login.
; The plan stays: it belongs to the user. An update runs the uninstaller too, and keeps everything.
!macro customUnInstall
  ${ifNot} ${isUpdated}
    DeleteRegKey HKCU "Software\Classes\headroom"
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Run" "app.headroom.planner"
    DeleteRegValue HKCU "Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run" "app.headroom.planner"
  ${endIf}
!macroend
