using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Pipeline;

/// <summary>The traces and metrics of the path. Hosts export them; nothing here holds text or identities of people.</summary>
public static class PipelineTelemetry
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Name = "Pipeline";

    private static readonly ActivitySource Activities = new(Name);
    private static readonly Meter Measures = new(Name);
    private static readonly Histogram<double> Duration = Measures.CreateHistogram<double>(
        "pipeline.stage.duration", "s", "Time that a stage took for one message.");

    private static readonly Counter<long> Handled = Measures.CreateCounter<long>(
        "pipeline.stage.messages", "{message}", "Messages a stage handled, by outcome.");

    private static readonly Histogram<double> Age = Measures.CreateHistogram<double>(
        "pipeline.message.age", "s", "How long a message had waited on the bus when a stage took it.");

    private static readonly Counter<long> Refused = Measures.CreateCounter<long>(
        "pipeline.webhook.refused", "{request}", "Webhooks that were refused, by platform and reason.");

    private static readonly Counter<long> Accepted = Measures.CreateCounter<long>(
        "pipeline.webhook.accepted", "{request}", "Webhooks that were accepted, by platform.");

    private static readonly Counter<long> StoodIn = Measures.CreateCounter<long>(
        "pipeline.analyzer.degraded", "{message}", "Messages that the local analyser scored in another's place, by reason.");

    private static readonly Counter<long> Drafts = Measures.CreateCounter<long>(
        "pipeline.drafts", "{draft}", "Drafts that a language model was asked for, by how that ended.");

    private static readonly Counter<long> Found = Measures.CreateCounter<long>(
        "pipeline.sweep.found", "{message}", "Messages that a platform held and no webhook had told, by platform and account.");

    private static readonly Counter<long> Saved = Measures.CreateCounter<long>(
        "pipeline.sweep.saved", "{message}", "Messages that are in the transcripts only because a sweep fetched them.");

    private static readonly Counter<long> Sweeps = Measures.CreateCounter<long>(
        "pipeline.sweep.runs", "{run}", "Sweeps of a platform's history, by platform, account and outcome.");

    /// <summary>The meter, for what a host or the HTTP API measures besides.</summary>
    public static Meter Meter => Measures;

    /// <summary>Starts the span of one stage for one message, a child of the span that sent the message.</summary>
    public static Activity? StartStage(string stage, string? traceParent)
    {
        ActivityContext.TryParse(traceParent, null, isRemote: true, out var parent);
        var activity = Activities.StartActivity($"stage {stage}", ActivityKind.Consumer, parent);
        activity?.SetTag("pipeline.stage", stage);
        return activity;
    }

    /// <summary>Starts the span of a webhook's capture.</summary>
    public static Activity? StartCapture(string platform)
    {
        var activity = Activities.StartActivity("capture", ActivityKind.Server);
        activity?.SetTag("pipeline.platform", platform);
        return activity;
    }

    /// <summary>Notes how long a message waited on the bus, from when it could first be delivered. A clock that is off makes no negative age.</summary>
    public static void MessageTaken(string stage, TimeSpan waited) =>
        Age.Record(Math.Max(0, waited.TotalSeconds), new TagList { { "stage", stage } });

    /// <summary>Counts one message of a stage.</summary>
    public static void StageEnded(string stage, string outcome, TimeSpan duration)
    {
        var tags = new TagList { { "stage", stage }, { "outcome", outcome } };
        Handled.Add(1, tags);
        Duration.Record(duration.TotalSeconds, tags);
    }

    /// <summary>Counts a refused webhook.</summary>
    public static void WebhookRefused(string platform, string reason) =>
        Refused.Add(1, new TagList { { "platform", platform }, { "reason", reason } });

    /// <summary>Counts an accepted webhook.</summary>
    public static void WebhookAccepted(string platform) => Accepted.Add(1, new TagList { { "platform", platform } });

    /// <summary>Counts a message that the local analyser scored in another's place.</summary>
    /// <param name="reason">Why: <c>failed</c>, <c>slow</c>, <c>busy</c> (of calls) or <c>resting</c> (not asked).</param>
    public static void AnalyzerDegraded(string reason) => StoodIn.Add(1, new TagList { { "reason", reason } });

    /// <summary>Counts a draft.</summary>
    /// <param name="outcome"><c>accepted</c>, why it was refused, or why there was none (<c>slow</c>, <c>busy</c>, <c>over_budget</c> …).</param>
    public static void Drafted(string outcome) => Drafts.Add(1, new TagList { { "outcome", outcome } });

    /// <summary>Counts a sweep. The account is a name from the configuration.</summary>
    public static void Swept(string platform, string account, int found, int saved, bool failed)
    {
        var tags = new TagList { { "platform", platform }, { "account", account } };
        Found.Add(found, tags);
        Saved.Add(saved, tags);
        Sweeps.Add(1, new TagList { { "platform", platform }, { "account", account }, { "outcome", failed ? "failed" : "done" } });
    }
}
