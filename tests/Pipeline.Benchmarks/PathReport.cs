using System.Globalization;
using System.Text;
using Pipeline.Training.Replay;

namespace Pipeline.Benchmarks;

/// <summary>What a run measured.</summary>
/// <param name="Phases">The phases: the closed loop, the sustained rate, then shares of it.</param>
/// <param name="PeakBytes">The most memory the host held.</param>
/// <param name="StoredBytes">Bytes written for each message by the floor: its body and its share of the tables.</param>
/// <param name="EmptyMicroseconds">CPU of the empty endpoint, a message.</param>
/// <param name="SqliteMicroseconds">CPU of the bare loop, a message.</param>
internal sealed record PathReport(
    IReadOnlyList<RatePhase> Phases, long PeakBytes, int StoredBytes, double EmptyMicroseconds, double SqliteMicroseconds)
{
    /// <summary>Writes it as two tables in Markdown.</summary>
    public string Markdown()
    {
        var text = new StringBuilder();
        text.AppendLine("| load | messages | messages/s, queues empty | host CPU µs/message | answer p50 / p95 / p99 ms "
            + "| transcript p50 / p95 / p99 ms | suggestion p50 / p95 / p99 ms | samples |");
        text.AppendLine("| --- | --- | --- | --- | --- | --- | --- | --- |");
        foreach (var phase in Phases)
        {
            var load = phase.Load;
            text.AppendLine(CultureInfo.InvariantCulture, $"| {phase.Name} | {load.Accepted} | {phase.Rate:F0} | {phase.CpuMicroseconds:F0} "
                + $"| {Times(load.Answer)} | {Sampled(load.Transcript, load.Samples)} | {Sampled(load.Suggestion, load.Samples)} | {load.Samples} |");
        }

        var floor = EmptyMicroseconds + SqliteMicroseconds;
        text.AppendLine();
        text.AppendLine("| cost | CPU µs/message |");
        text.AppendLine("| --- | --- |");
        text.AppendLine(CultureInfo.InvariantCulture, $"| whole path, sustained | {Phases[1].CpuMicroseconds:F0} |");
        text.AppendLine(CultureInfo.InvariantCulture, $"| floor: empty endpoint | {EmptyMicroseconds:F0} |");
        text.AppendLine(CultureInfo.InvariantCulture, $"| floor: bare SQLite loop, {StoredBytes} bytes | {SqliteMicroseconds:F0} |");
        text.AppendLine(CultureInfo.InvariantCulture, $"| whole path / floor | {Phases[1].CpuMicroseconds / floor:F1} |");
        text.AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"Peak memory of the host: {PeakBytes / 1048576.0:F0} MiB.");
        return text.ToString();
    }

    private static string Sampled(LatencySummary times, int samples) => samples == 0 ? "–" : Times(times);

    private static string Times(LatencySummary times) => string.Create(
        CultureInfo.InvariantCulture,
        $"{times.P50.TotalMilliseconds:F1} / {times.P95.TotalMilliseconds:F1} / {times.P99.TotalMilliseconds:F1}");
}
