using System.Globalization;
using Pipeline.Benchmarks.Floor;
using Pipeline.Benchmarks.Load;
using Pipeline.Benchmarks.Processes;

namespace Pipeline.Benchmarks;

/// <summary>Measures the whole path and the floor, in one run on one machine.</summary>
internal sealed class PathBenchmark(int seconds, LoadShape shape)
{
    private const int WarmUpSeconds = 5;

    // The runtime compiles the path again while it runs; before so many messages that would be most of what is measured.
    private const int WarmUpMessages = 100_000;
    private const int LongestWarmUps = 24;

    // From somewhat below the rate of the closed loop, in which every connection waits for its answers: up while it keeps up, else down.
    private const double FirstStep = 0.85;
    private const double Step = 1.08;
    private const int MostSteps = 8;
    private const int FloorMessages = 100_000;

    private static readonly int[] Shares = [25, 50, 80];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var (phases, peak, stored) = await MeasureHostAsync(cancellationToken);
        Tell("Floor: the empty endpoint");
        var empty = await MeasureEmptyAsync(cancellationToken);
        Tell("Floor: the bare loop over SQLite");
        var sqlite = await MeasureSqliteAsync(stored, cancellationToken);
        Console.WriteLine(new PathReport(phases, peak, stored, empty, sqlite).Markdown());
    }

    private async Task<(IReadOnlyList<RatePhase> Phases, long PeakBytes, int StoredBytes)> MeasureHostAsync(CancellationToken cancellationToken)
    {
        await using var host = await HostProcess.StartAsync(cancellationToken);
        var warmUp = await WarmUpAsync(host, cancellationToken);
        var closed = await PhaseAsync(host, "as fast as it goes", seconds, 0, cancellationToken);
        var full = await SustainedAsync(host, closed, cancellationToken);
        var phases = new List<RatePhase> { closed, full };
        foreach (var share in Shares)
        {
            phases.Add(await PhaseAsync(host, $"{share} % of that", seconds, full.Rate * share / 100, cancellationToken));
        }

        var peak = host.Process.PeakBytes;
        await host.Process.StopAsync(cancellationToken);
        var all = warmUp + phases.Sum(phase => phase.Load.Accepted);
        var tables = new FileInfo(Path.Combine(host.Folder, "tables.db")).Length;
        var stored = full.Load.BodyBytes / full.Load.Accepted + tables / all;
        return (phases, peak, (int)stored);
    }

    private async Task<RatePhase> SustainedAsync(HostProcess host, RatePhase closed, CancellationToken cancellationToken)
    {
        RatePhase? best = null;
        var rate = closed.Rate * FirstStep;
        for (var step = 0; step < MostSteps; step++)
        {
            var phase = await PhaseAsync(
                host, FormattableString.Invariant($"sustained: {rate:F0} a second"), seconds, rate, cancellationToken);
            var keptUp = phase.KeptUp(rate);
            if (best is not null && !keptUp)
            {
                return best;
            }

            best = keptUp ? phase : null;
            rate = keptUp ? rate * Step : rate / Step;
        }

        return best ?? throw new InvalidOperationException("No rate was found that the host keeps up with.");
    }

    private async Task<long> WarmUpAsync(HostProcess host, CancellationToken cancellationToken)
    {
        var sent = 0L;
        for (var phase = 0; sent < WarmUpMessages && phase < LongestWarmUps; phase++)
        {
            sent += (await PhaseAsync(host, "Warming up", WarmUpSeconds, 0, cancellationToken)).Load.Accepted;
        }

        return sent;
    }

    private async Task<RatePhase> PhaseAsync(
        HostProcess host, string name, int duration, double rate, CancellationToken cancellationToken)
    {
        Tell(name);
        var before = host.Process.CpuSeconds;
        var webhook = new Uri(host.Address, "/api/webhooks/generic/demo");
        var load = await LoadProcess.RunAsync(webhook, host.SecretFile, duration, shape, rate, cancellationToken);
        var sent = TimeProvider.System.GetTimestamp();
        await host.DrainAsync(cancellationToken);
        var elapsed = load.Seconds + TimeProvider.System.GetElapsedTime(sent).TotalSeconds;
        var phase = new RatePhase(name, load, elapsed, host.Process.CpuSeconds - before);
        Tell(FormattableString.Invariant(
            $"  {load.Accepted} accepted, {load.Refused} refused in {load.Seconds:F1} s, drained after {phase.Seconds:F1} s"));
        return load.Refused == 0
            ? phase
            : throw new InvalidOperationException($"{load.Refused} webhooks were refused: the figures would mean nothing.");
    }

    private async Task<double> MeasureEmptyAsync(CancellationToken cancellationToken)
    {
        await using var server = ChildProcess.StartOwn("empty");
        var address = new Uri(await server.ReadLineAsync("Listening on ", cancellationToken));
        var secret = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(secret, $"whsec_{Convert.ToBase64String(new byte[32])}", cancellationToken);
            await LoadProcess.RunAsync(address, secret, WarmUpSeconds, shape, 0, cancellationToken);
            var before = server.CpuSeconds;
            var load = await LoadProcess.RunAsync(address, secret, seconds, shape, 0, cancellationToken);
            return (server.CpuSeconds - before) * 1e6 / load.Accepted;
        }
        finally
        {
            File.Delete(secret);
        }
    }

    private static async Task<double> MeasureSqliteAsync(int bytes, CancellationToken cancellationToken)
    {
        await using var loop = ChildProcess.StartOwn("sqlite", Text(bytes), Text(FloorMessages));
        return double.Parse(await loop.ReadLineAsync(BareSqlite.Line, cancellationToken), CultureInfo.InvariantCulture) * 1e6 / FloorMessages;
    }

    private static string Text(double value) => value.ToString(CultureInfo.InvariantCulture);

    // Progress goes to the error output: the output holds the tables alone.
    private static void Tell(string what) => Console.Error.WriteLine(what);
}
