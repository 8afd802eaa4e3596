using System.Globalization;
using Pipeline.Messages;
using Pipeline.Replay;
using Pipeline.Scoring;
using Pipeline.Scoring.PersonalData;

namespace Pipeline.Benchmarks.Scoring;

/// <summary>
/// How fast messages are scored on one core: the whole analysis as the stage does it (cleaning, masking, language, feelings, intent, evidence), and
/// sentiment alone beside AFINN in JavaScript, on the same messages: the customers' turns of the bundled conversations.
/// </summary>
internal sealed class ScoringBenchmark(int seconds)
{
    // So long that the code is compiled anew for what it meets before anything is timed, on a busy machine too.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(4);

    private static readonly int[] Lengths = [1_000, 10_000, 100_000];

    private readonly TimeProvider _clock = TimeProvider.System;
    private readonly PersonalDataMasker _masker = new();

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var started = _clock.GetTimestamp();
        var analyzer = new CareAnalyzer();
        analyzer.Analyze("bonjour", null);
        Print($"first analysis, model and word lists read: {_clock.GetElapsedTime(started).TotalMilliseconds:F0} ms");

        var messages = await MessagesAsync(cancellationToken);
        string[] masked = [.. messages.Select(text => _masker.Mask(InputHygiene.Clean(text)).Text)];
        Print($"{messages.Count} messages of {messages.Average(text => text.Length):F0} characters");
        Rate("whole analysis", messages, text => analyzer.Analyze(_masker.Mask(InputHygiene.Clean(text)).Text, null));
        Rate("  masking alone", messages, text => _masker.Mask(InputHygiene.Clean(text)));
        Rate("  analysis alone", masked, text => analyzer.Analyze(text, null));
        var glance = new GlanceAnalyzer();
        Rate("sentiment alone", masked, text => glance.Read(text));
        var (rate, reason) = await JavaScript.MeasureAsync(masked, seconds, cancellationToken);
        Print(rate is null ? $"AFINN in JavaScript: not measured, {reason}" : (FormattableString)$"AFINN in JavaScript: {rate:N0} messages/s");
        Growth(analyzer, string.Join(' ', masked));
    }

    private static async Task<List<string>> MessagesAsync(CancellationToken cancellationToken)
    {
        var messages = new List<string>();
        foreach (var language in (string[])["fr", "en"])
        {
            var file = Path.Combine(AppContext.BaseDirectory, "Data", $"conversations.{language}.jsonl");
            await foreach (var conversation in ConversationFile.ReadAsync(file, cancellationToken))
            {
                messages.AddRange(conversation.Turns.Where(turn => turn.Role == SenderRole.Customer).Select(turn => turn.Text));
            }
        }

        return messages;
    }

    private void Rate(string what, IReadOnlyList<string> messages, Action<string> work)
    {
        Run(messages, work, WarmUp);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var (done, elapsed) = Run(messages, work, TimeSpan.FromSeconds(seconds));
        var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / done;
        Print($"{what}: {done / elapsed.TotalSeconds:N0} messages/s, {elapsed.TotalMicroseconds / done:F1} µs, {bytes:N0} bytes each");
    }

    private (long Done, TimeSpan Elapsed) Run(IReadOnlyList<string> messages, Action<string> work, TimeSpan limit)
    {
        var started = _clock.GetTimestamp();
        var done = 0L;
        while (_clock.GetElapsedTime(started) < limit)
        {
            foreach (var message in messages)
            {
                work(message);
            }

            done += messages.Count;
        }

        return (done, _clock.GetElapsedTime(started));
    }

    private void Growth(CareAnalyzer analyzer, string source)
    {
        foreach (var length in Lengths)
        {
            var text = string.Concat(Enumerable.Repeat(source, (length / source.Length) + 1))[..length];
            var best = double.MaxValue;
            for (var repetition = 0; repetition < 12; repetition++)
            {
                var started = _clock.GetTimestamp();
                analyzer.Analyze(_masker.Mask(text).Text, null);
                best = Math.Min(best, _clock.GetElapsedTime(started).TotalMilliseconds);
            }

            Print($"{length:N0} characters: {best:F2} ms, {1000 * best / length:F3} µs a character");
        }
    }

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}
