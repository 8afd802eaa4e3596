using System.Diagnostics.Metrics;

namespace Pipeline.Scoring.SecondOpinion;

/// <summary>
/// What second opinions cost and bring: the share of messages that costs money is <c>asked</c> of all outcomes of
/// <c>pipeline.second_opinion.messages</c>, and what it is worth is <c>changed</c> of <c>pipeline.second_opinion.answers</c>.
/// </summary>
internal static class SecondOpinionTelemetry
{
    private static readonly Counter<long> Messages = PipelineTelemetry.Meter.CreateCounter<long>(
        "pipeline.second_opinion.messages",
        "{message}",
        "Messages by what became of them: sure (locally), foreign (no language the service is asked in), refused (by the budget), asked.");

    private static readonly Counter<long> Answers = PipelineTelemetry.Meter.CreateCounter<long>(
        "pipeline.second_opinion.answers", "{message}", "Answers by what they did: confirmed, changed, none (it failed or rests).");

    private static readonly Counter<long> Asked = PipelineTelemetry.Meter.CreateCounter<long>(
        "pipeline.second_opinion.records", "{record}", "Text records that were asked about: what the service bills.");

    private static readonly Counter<long> Masked = PipelineTelemetry.Meter.CreateCounter<long>(
        "pipeline.second_opinion.masked", "{finding}", "Personal data that the service found in masked text, by kind.");

    /// <summary>Counts a message.</summary>
    public static void Message(string outcome) => Messages.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    /// <summary>Counts an answer.</summary>
    public static void Answer(string outcome) => Answers.Add(1, new KeyValuePair<string, object?>("outcome", outcome));

    /// <summary>Counts the records of a question.</summary>
    public static void Records(int records) => Asked.Add(records);

    /// <summary>Counts what the service masked.</summary>
    public static void Found(string kind) => Masked.Add(1, new KeyValuePair<string, object?>("kind", kind));
}
