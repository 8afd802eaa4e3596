using System.Runtime.InteropServices;

namespace Pipeline.Benchmarks.Suggestions;

/// <summary>
/// How long this thread was on a core, by the kernel of Linux: on a busy machine the time that passes holds what others did meanwhile. Elsewhere, the
/// time that passed.
/// </summary>
internal sealed class ThreadClock
{
    // CLOCK_THREAD_CPUTIME_ID of <time.h>.
    private const int ThreadTime = 3;

    private readonly TimeProvider _clock = TimeProvider.System;
    private readonly bool _isTold = OperatingSystem.IsLinux() && Environment.Is64BitProcess;

    /// <summary>Microseconds since some moment.</summary>
    public double Now() => _isTold && GetTime(ThreadTime, out var time) == 0
        ? (time.Seconds * 1e6) + (time.Nanoseconds / 1e3)
        : _clock.GetTimestamp() * 1e6 / _clock.TimestampFrequency;

    [DllImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetTime(int clock, out Time time);

    [StructLayout(LayoutKind.Sequential)]
    private struct Time
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
