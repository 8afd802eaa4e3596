using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Pipeline.Benchmarks.Capture;
using Pipeline.Capture;

namespace Pipeline.Benchmarks;

/// <summary>
/// Verifies and normalises a webhook of 2 kB of each platform over and over, on one core: how many a second, and what is allocated beside the
/// event that comes out. Platforms are found by being there, their samples in tests/Data/webhooks.
/// </summary>
internal sealed class CaptureBenchmark(int seconds)
{
    private const int Batch = 1000;

    private readonly TimeProvider _clock = TimeProvider.System;

    public void Run()
    {
        // The samples tell of times at which the account was open: a minute after them.
        var now = new DateTimeOffset(2026, 3, 4, 9, 0, 0, TimeSpan.Zero);
        using var services = new ServiceCollection()
            .AddSingleton(_clock)
            .AddSingleton(Options.Create(new PlatformOptions()))
            .AddCapture()
            .BuildServiceProvider();
        var inlets = services.GetServices<IPlatformInlet>().ToDictionary(inlet => inlet.Platform, StringComparer.Ordinal);
        Console.WriteLine("| platform | bytes of the body | a second, one core | µs | bytes allocated | bytes of the event |");
        Console.WriteLine("| --- | ---: | ---: | ---: | ---: | ---: |");
        foreach (var platform in PlatformCatalog.Platforms)
        {
            var inlet = inlets[platform.Name];
            var sample = CaptureSample.Find(platform, inlet, Path.Combine(AppContext.BaseDirectory, "Data", "webhooks"), now);
            Console.WriteLine(sample is null
                ? $"| {platform.Name} | no sample that is signed by a scheme | | | | |"
                : Measure(platform.Name, inlet, sample, now));
        }
    }

    private string Measure(string name, IPlatformInlet inlet, CaptureSample sample, DateTimeOffset now)
    {
        // Compiled in both tiers before it is measured.
        Best(inlet, sample, now);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Read(inlet, sample, now);
        var allocated = (GC.GetAllocatedBytesForCurrentThread() - before) / Batch;
        var best = Best(inlet, sample, now);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {name} | {sample.Request.Body.Length:N0} | {1_000_000 / best:N0} | {best:F1} | {allocated:N0} | {EventSize.Of(sample.Event):N0} |");
    }

    /// <summary>The shortest time of a webhook in microseconds, over batches: what else the machine did only ever adds to it.</summary>
    private double Best(IPlatformInlet inlet, CaptureSample sample, DateTimeOffset now)
    {
        var best = double.MaxValue;
        var begun = _clock.GetTimestamp();
        do
        {
            var started = _clock.GetTimestamp();
            Read(inlet, sample, now);
            best = Math.Min(best, _clock.GetElapsedTime(started).TotalMicroseconds / Batch);
        }
        while (_clock.GetElapsedTime(begun).TotalSeconds < seconds);
        return best;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Read(IPlatformInlet inlet, CaptureSample sample, DateTimeOffset now)
    {
        for (var number = 0; number < Batch; number++)
        {
            if (inlet.Read(sample.Request, sample.Account, now) is not WebhookReading.Understood)
            {
                throw new InvalidOperationException("The webhook was not understood.");
            }
        }
    }
}
