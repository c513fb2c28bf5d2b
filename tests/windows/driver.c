// Runs a program in a console of its own and does to it what a person does there. The test talks to this program in lines:
//
//   text CHARACTERS     types these
//   key CODE STATE      presses one key: its virtual code and the state of the control keys, both in decimal
//   break               presses Ctrl-Break
//   close               closes the window
//   screen              prints the rows of the screen, then a line with a full stop
//   modes               prints the modes of input and output, and the code page
//   wait MILLISECONDS   prints the exit code of the program, or "running"
//   kill                ends the program like the task manager does
//
// Usage: driver CODEPAGE PROGRAM ARGUMENT...
#define _WIN32_WINNT 0x0A00
#define NTDDI_VERSION 0x0A000006
#include <fcntl.h>
#include <io.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>

static HANDLE input;
static FILE *answers;

static HANDLE open_console(const WCHAR *name) {
    SECURITY_ATTRIBUTES inherit = {sizeof inherit, NULL, TRUE};
    return CreateFileW(name, GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, &inherit, OPEN_EXISTING, 0, NULL);
}

static void press(WORD code, WCHAR character, DWORD state) {
    INPUT_RECORD records[2];
    memset(records, 0, sizeof records);
    for (int i = 0; i < 2; i++) {
        KEY_EVENT_RECORD *key = &records[i].Event.KeyEvent;
        records[i].EventType = KEY_EVENT;
        key->bKeyDown = i == 0;
        key->wRepeatCount = 1;
        key->wVirtualKeyCode = code;
        key->uChar.UnicodeChar = character;
        key->dwControlKeyState = state;
    }
    DWORD written;
    WriteConsoleInputW(input, records, 2, &written);
}

static void print_screen(void) {
    CONSOLE_SCREEN_BUFFER_INFO info;
    // Not the handle of the start: an alternate screen is another buffer.
    HANDLE active = open_console(L"CONOUT$");
    if (GetConsoleScreenBufferInfo(active, &info)) {
        int width = info.dwSize.X;
        WCHAR *row = calloc(width + 1, sizeof *row);
        char *text = malloc(width * 4 + 1);
        for (SHORT y = 0; y < info.dwSize.Y; y++) {
            DWORD count = 0;
            ReadConsoleOutputCharacterW(active, row, width, (COORD){0, y}, &count);
            while (count > 0 && (row[count - 1] == L' ' || row[count - 1] == 0)) count--;
            int length = count ? WideCharToMultiByte(CP_UTF8, 0, row, count, text, width * 4, NULL, NULL) : 0;
            if (length) fprintf(answers, "%.*s\n", length, text);
        }
        free(row);
        free(text);
    }
    CloseHandle(active);
    fprintf(answers, ".\n");
}

static void print_modes(void) {
    DWORD in = 0, out = 0;
    HANDLE active = open_console(L"CONOUT$");
    GetConsoleMode(input, &in);
    GetConsoleMode(active, &out);
    CloseHandle(active);
    fprintf(answers, "%lu %lu %u\n", in, out, GetConsoleOutputCP());
}

// Our own process is attached to the same console and is not to end with it.
static BOOL WINAPI outlive(DWORD event) {
    if (event == CTRL_C_EVENT || event == CTRL_BREAK_EVENT) return TRUE;
    Sleep(INFINITE);
    return TRUE;
}

// What the console draws; nobody looks at it.
static DWORD WINAPI drain(void *pipe) {
    char buffer[4096];
    DWORD count;
    while (ReadFile(pipe, buffer, sizeof buffer, &count, NULL) && count > 0) {}
    return 0;
}

static void append(WCHAR *command, const WCHAR *argument) {
    if (*command) wcscat(command, L" ");
    wcscat(command, L"\"");
    wcscat(command, argument);
    wcscat(command, L"\"");
}

// Inside the console: starts the program and takes the commands.
static int inside(int argc, WCHAR **argv) {
    FILE *commands = _fdopen(_open_osfhandle(wcstoll(argv[2], NULL, 10), _O_RDONLY), "r");
    answers = _fdopen(_open_osfhandle(wcstoll(argv[3], NULL, 10), 0), "w");
    HANDLE close = (HANDLE)(LONG_PTR)wcstoll(argv[4], NULL, 10);
    setvbuf(answers, NULL, _IONBF, 0);
    input = open_console(L"CONIN$");
    HANDLE output = open_console(L"CONOUT$");
    int page = _wtoi(argv[5]);
    if (page) {
        SetConsoleCP(page);
        SetConsoleOutputCP(page);
    }
    WCHAR command[8192] = L"";
    for (int i = 6; i < argc; i++) append(command, argv[i]);
    STARTUPINFOW start = {sizeof start};
    start.dwFlags = STARTF_USESTDHANDLES;
    start.hStdInput = input;
    start.hStdOutput = output;
    start.hStdError = output;
    PROCESS_INFORMATION process;
    if (!CreateProcessW(NULL, command, NULL, NULL, TRUE, CREATE_NEW_PROCESS_GROUP, NULL, NULL, &start, &process)) return 5;
    SetConsoleCtrlHandler(outlive, TRUE);
    fprintf(answers, "started %lu\n", process.dwProcessId);
    char line[4096];
    while (fgets(line, sizeof line, commands)) {
        line[strcspn(line, "\r\n")] = 0;
        if (strncmp(line, "text ", 5) == 0) {
            WCHAR wide[4096];
            int count = MultiByteToWideChar(CP_UTF8, 0, line + 5, -1, wide, 4096);
            for (int i = 0; i + 1 < count; i++) press(VkKeyScanW(wide[i]) & 0xff, wide[i], 0);
        } else if (strncmp(line, "key ", 4) == 0) {
            unsigned code = 0, state = 0;
            sscanf(line + 4, "%u %u", &code, &state);
            WCHAR character = MapVirtualKeyW(code, MAPVK_VK_TO_CHAR);
            if (state & (LEFT_CTRL_PRESSED | RIGHT_CTRL_PRESSED)) character &= 0x1f;
            press(code, character, state);
        } else if (strcmp(line, "break") == 0) {
            if (!GenerateConsoleCtrlEvent(CTRL_BREAK_EVENT, process.dwProcessId)) {
                // wine: a process that was started in a pseudo console has to attach to it first.
                FreeConsole();
                if (!AttachConsole(process.dwProcessId)) fprintf(answers, "not attached %lu\n", GetLastError());
                if (!GenerateConsoleCtrlEvent(CTRL_BREAK_EVENT, process.dwProcessId)) fprintf(answers, "refused %lu\n", GetLastError());
                input = open_console(L"CONIN$");
            }
        } else if (strcmp(line, "close") == 0) {
            SetEvent(close);
        } else if (strcmp(line, "screen") == 0) {
            print_screen();
        } else if (strcmp(line, "modes") == 0) {
            print_modes();
        } else if (strcmp(line, "kill") == 0) {
            TerminateProcess(process.hProcess, 1);
        } else if (strncmp(line, "wait ", 5) == 0) {
            DWORD code = 0;
            if (WaitForSingleObject(process.hProcess, atoi(line + 5)) == WAIT_OBJECT_0 && GetExitCodeProcess(process.hProcess, &code))
                fprintf(answers, "%lu\n", code);
            else
                fprintf(answers, "running\n");
        } else {
            fprintf(answers, "unknown: %s\n", line);
        }
    }
    TerminateProcess(process.hProcess, 1);
    return 0;
}

// Outside: makes the console and starts this program in it once more.
int wmain(int argc, WCHAR **argv) {
    if (argc > 6 && wcscmp(argv[1], L"--inside") == 0) return inside(argc, argv);
    if (argc < 3) return 2;
    SECURITY_ATTRIBUTES inherit = {sizeof inherit, NULL, TRUE};
    HANDLE typed_read, typed, drawn, drawn_write, close = CreateEventW(&inherit, TRUE, FALSE, NULL);
    if (!CreatePipe(&typed_read, &typed, NULL, 0) || !CreatePipe(&drawn, &drawn_write, NULL, 0)) return 3;
    HPCON console;
    if (FAILED(CreatePseudoConsole((COORD){100, 30}, typed_read, drawn_write, 0, &console))) return 4;
    CreateThread(NULL, 0, drain, drawn, 0, NULL);

    HANDLE commands = GetStdHandle(STD_INPUT_HANDLE), answers_ = GetStdHandle(STD_OUTPUT_HANDLE);
    SetHandleInformation(commands, HANDLE_FLAG_INHERIT, HANDLE_FLAG_INHERIT);
    SetHandleInformation(answers_, HANDLE_FLAG_INHERIT, HANDLE_FLAG_INHERIT);
    WCHAR command[8192] = L"", number[32];
    append(command, argv[0]);
    append(command, L"--inside");
    HANDLE passed[] = {commands, answers_, close};
    for (int i = 0; i < 3; i++) {
        swprintf(number, 32, L"%lld", (long long)(LONG_PTR)passed[i]);
        append(command, number);
    }
    for (int i = 1; i < argc; i++) append(command, argv[i]);

    STARTUPINFOEXW start;
    memset(&start, 0, sizeof start);
    start.StartupInfo.cb = sizeof start;
    // Without this it would take our own pipes for its standard handles.
    start.StartupInfo.dwFlags = STARTF_USESTDHANDLES;
    SIZE_T size = 0;
    InitializeProcThreadAttributeList(NULL, 1, 0, &size);
    start.lpAttributeList = malloc(size);
    InitializeProcThreadAttributeList(start.lpAttributeList, 1, 0, &size);
    UpdateProcThreadAttribute(start.lpAttributeList, 0, PROC_THREAD_ATTRIBUTE_PSEUDOCONSOLE, console, sizeof console, NULL, NULL);
    PROCESS_INFORMATION process;
    if (!CreateProcessW(NULL, command, NULL, NULL, TRUE, EXTENDED_STARTUPINFO_PRESENT, NULL, NULL, &start.StartupInfo, &process)) return 5;
    HANDLE awaited[] = {process.hProcess, close};
    if (WaitForMultipleObjects(2, awaited, FALSE, INFINITE) == WAIT_OBJECT_0 + 1) {
        ClosePseudoConsole(console);
        WaitForSingleObject(process.hProcess, 20000);
    }
    DWORD code = 6;
    GetExitCodeProcess(process.hProcess, &code);
    return code;
}
