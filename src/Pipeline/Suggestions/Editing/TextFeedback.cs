using System.Globalization;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Suggestions.Editing;

/// <summary>What colleagues think of a text: one vote each, and comments. Kept beside the texts, after all of their ids.</summary>
public sealed class TextFeedback<TText, T>(EditedTable<TText, T> table, ITables tables, TimeProvider clock)
    where TText : EditedText
    where T : class, IEdited<TText>
{
    /// <summary>The most characters of a comment.</summary>
    public const int MaxComment = 1_000;

    /// <summary>Writes somebody's vote; it replaces the one before.</summary>
    public Task VoteAsync(string language, string id, string name, bool isFor, CancellationToken cancellationToken) => WriteAsync(
        new TableRow(language, $"~vote~{id}~{ConversationKeys.Safe(name)}", new Dictionary<string, object> { ["For"] = isFor, ["Name"] = name }),
        cancellationToken);

    /// <summary>Adds a comment.</summary>
    public Task CommentAsync(
        string language, string id, int version, string name, string text, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var time = now.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfffffff", CultureInfo.InvariantCulture);
        var columns = new Dictionary<string, object> { ["Name"] = name, ["Text"] = text, ["Version"] = version, ["WrittenAt"] = now };
        return WriteAsync(new TableRow(language, $"~comment~{id}~{time}-{ConversationKeys.Safe(name)}", columns), cancellationToken);
    }

    /// <summary>All of them.</summary>
    public async Task<TextOpinions> ReadAsync(string language, string id, CancellationToken cancellationToken)
    {
        var (votesFor, votesAgainst) = (0, 0);
        await foreach (var row in tables.ReadAllAsync(table.Name, TableQuery.Prefix(language, $"~vote~{id}~"), cancellationToken))
        {
            var isFor = row.Properties["For"] is true;
            votesFor += isFor ? 1 : 0;
            votesAgainst += isFor ? 0 : 1;
        }

        List<TextComment> comments = [];
        await foreach (var row in tables.ReadAllAsync(table.Name, TableQuery.Prefix(language, $"~comment~{id}~"), cancellationToken))
        {
            comments.Add(new(
                row.Text("Name")!, row.Text("Text")!, (int)row.Properties["Version"], (DateTimeOffset)row.Properties["WrittenAt"]));
        }

        return new(votesFor, votesAgainst, comments);
    }

    private Task<IReadOnlyList<string?>> WriteAsync(TableRow row, CancellationToken cancellationToken) =>
        tables.ApplyAsync(table.Name, row.PartitionKey, [new TableChange.Upsert(row)], cancellationToken);
}

/// <summary>What colleagues think of a text.</summary>
/// <param name="For">How many would use it.</param>
/// <param name="Against">How many would not.</param>
/// <param name="Comments">What they wrote about it, oldest first.</param>
public sealed record TextOpinions(int For, int Against, IReadOnlyList<TextComment> Comments);

/// <summary>A comment.</summary>
/// <param name="Name">Who wrote it.</param>
/// <param name="Text">What it says.</param>
/// <param name="Version">The version of the text that it is about.</param>
/// <param name="WrittenAt">When.</param>
public sealed record TextComment(string Name, string Text, int Version, DateTimeOffset WrittenAt);
