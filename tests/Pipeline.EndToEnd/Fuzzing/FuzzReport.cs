using System.Globalization;
using System.Text;

namespace Pipeline.EndToEnd.Fuzzing;

/// <summary>What the host answered to damaged requests.</summary>
internal sealed class FuzzReport(int seed)
{
    private const int MaxShown = 40;

    private readonly SortedDictionary<(string Target, int Status), int> _counts = [];
    private (TimeSpan Took, FuzzCase? Case) _slowest;

    /// <summary>What must never come, with the numbers that make it come again.</summary>
    public List<string> Findings { get; } = [];

    /// <summary>How many requests were sent.</summary>
    public int Sent { get; private set; }

    /// <summary>How many webhooks verified, and how many of these were accepted.</summary>
    public (int Verified, int Accepted) Webhooks { get; private set; }

    /// <summary>Counts an answer, and judges it.</summary>
    /// <param name="sent">What was sent.</param>
    /// <param name="answer">The answer; null when none came in time.</param>
    /// <param name="took">How long it took.</param>
    public void Add(FuzzCase sent, WireAnswer? answer, TimeSpan took)
    {
        Sent++;
        var key = (sent.Target, answer?.Status ?? -1);
        _counts[key] = _counts.GetValueOrDefault(key) + 1;
        _slowest = took > _slowest.Took ? (took, sent) : _slowest;
        if (sent.IsVerifiable)
        {
            Webhooks = (Webhooks.Verified + 1, Webhooks.Accepted + (answer?.Status == 200 ? 1 : 0));
        }

        if (Wrong(sent, answer) is { } wrong)
        {
            Findings.Add(string.Create(
                CultureInfo.InvariantCulture, $"seed {seed} case {sent.Number} ({sent.Target}, {sent.Damage}): {wrong}"));
        }
    }

    /// <summary>The report as a table.</summary>
    /// <param name="peakMiB">The most memory that the host ever held, in MiB; null where it is not known.</param>
    public string Text(long? peakMiB)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Sent} requests, seed {seed}: {Findings.Count} findings.");
        text.AppendLine(CultureInfo.InvariantCulture, $"Signed rightly: {Webhooks.Verified}, of which accepted: {Webhooks.Accepted}.");
        text.AppendLine(CultureInfo.InvariantCulture, $"Peak memory of the host: {peakMiB?.ToString(CultureInfo.InvariantCulture) ?? "?"} MiB.");
        text.AppendLine(
            CultureInfo.InvariantCulture,
            $"Slowest: case {_slowest.Case?.Number} ({_slowest.Case?.Target}, {_slowest.Case?.Damage}), {_slowest.Took.TotalMilliseconds:F0} ms.");
        foreach (var target in _counts.GroupBy(count => count.Key.Target))
        {
            var answers = target.Select(count => $"{count.Key.Status}: {count.Value}");
            text.AppendLine(CultureInfo.InvariantCulture, $"{target.Key,-20} {string.Join("  ", answers)}");
        }

        foreach (var finding in Findings.Take(MaxShown))
        {
            text.AppendLine(finding);
        }

        return text.ToString();
    }

    private static string? Wrong(FuzzCase sent, WireAnswer? answer) => answer switch
    {
        null => "no answer in a minute",
        { Status: >= 500 } => $"answered {answer.Status}",
        { Status: 0 } when !sent.IsCutOff => "the connection ended without an answer",
        { Status: >= 400 } when sent.IsVerifiable && answer.MediaType != "application/problem+json" =>
            $"{answer.Status} is no problem document ({answer.MediaType})",
        _ => null,
    };
}
