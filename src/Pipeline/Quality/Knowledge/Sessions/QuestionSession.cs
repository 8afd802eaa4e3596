using Pipeline.Ports;
using Pipeline.Quality.Knowledge.Storage;

namespace Pipeline.Quality.Knowledge.Sessions;

/// <summary>
/// A bounded time in which people of several trades sit together and ask each other: with questions of its own and a digest of its own. Another
/// site runs the same template with results of its own.
/// </summary>
public sealed record QuestionSession
{
    /// <summary>The partition of all.</summary>
    public const string Partition = "sessions";

    /// <summary>Names it.</summary>
    public required string Id { get; init; }

    /// <summary>What it is called.</summary>
    public required string Title { get; init; }

    /// <summary>The id of the session that was first held of this kind: its copies have the same.</summary>
    public required string Template { get; init; }

    /// <summary>Where it is held.</summary>
    public required string Site { get; init; }

    /// <summary>The trades that come together: two at least.</summary>
    public required IReadOnlyList<string> Trades { get; init; }

    /// <summary>When it begins.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>When it ends: what is asked in it is asked before.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>Who called it.</summary>
    public required string By { get; init; }

    /// <summary>Whether it goes on at a moment.</summary>
    public bool IsOn(DateTimeOffset at) => From <= at && at < To;

    /// <summary>The row.</summary>
    public TableRow ToRow() => new(Partition, Id, new Dictionary<string, object>(StringComparer.Ordinal)
    {
        ["Title"] = Title,
        ["Template"] = Template,
        ["Site"] = Site,
        ["From"] = From,
        ["To"] = To,
        ["By"] = By,
    }.Put("Trades", Trades));

    /// <summary>Reads a row.</summary>
    public static QuestionSession Read(TableRow row) => new()
    {
        Id = row.RowKey,
        Title = row.Text("Title")!,
        Template = row.Text("Template")!,
        Site = row.Text("Site")!,
        Trades = row.List("Trades"),
        From = row.Time("From")!.Value,
        To = row.Time("To")!.Value,
        By = row.Text("By")!,
    };
}

/// <summary>A session with what came of it so far.</summary>
/// <param name="Session">The session.</param>
/// <param name="Questions">Its questions, newest first.</param>
/// <param name="Digest">The id of its digest; null before it ended.</param>
public sealed record SessionView(QuestionSession Session, IReadOnlyList<Register.Question> Questions, string? Digest);
