; Inno Setup 6. Untested: written against its reference, never run.
; Build first: packaging/package.sh build/package (in Git Bash), then: iscc /DVersion=0.1.0 packaging\windows\stancedesk.iss
#ifndef Version
  #error Say which version: iscc /DVersion=X.Y.Z
#endif

[Setup]
AppId={{8A6E0B7C-53D4-4F0E-9D41-53744473A001}
AppName=StanceDesk
AppVersion={#Version}
AppPublisher=The StanceDesk developers
DefaultDirName={autopf}\StanceDesk
DefaultGroupName=StanceDesk
DisableProgramGroupPage=yes
; For one user by default: no administrator needed.
PrivilegesRequired=lowest
PrivilegesRequiredOverridesAllowed=dialog
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
LicenseFile=..\..\LICENSE
SetupIconFile=..\..\build\icons\stancedesk.ico
UninstallDisplayIcon={app}\stancedesk-window.exe
OutputDir=..\..\dist
OutputBaseFilename=stancedesk-{#Version}-setup
Compression=lzma2
SolidCompression=yes
ChangesAssociations=yes
WizardStyle=modern

[Files]
Source: "..\..\build\package\stancedesk\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\StanceDesk"; Filename: "{app}\stancedesk-window.exe"

[Registry]
Root: HKA; Subkey: "Software\Classes\.stance"; ValueType: string; ValueData: "StanceDesk.Project"; Flags: uninsdeletevalue
Root: HKA; Subkey: "Software\Classes\StanceDesk.Project"; ValueType: string; ValueData: "StanceDesk project"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\StanceDesk.Project\DefaultIcon"; ValueType: string; ValueData: "{app}\stancedesk-window.exe,0"
Root: HKA; Subkey: "Software\Classes\StanceDesk.Project\shell\open\command"; ValueType: string; ValueData: """{app}\stancedesk-window.exe"" ""%1"""

[Run]
Filename: "{app}\stancedesk-window.exe"; Description: "Start StanceDesk"; Flags: nowait postinstall skipifsilent
