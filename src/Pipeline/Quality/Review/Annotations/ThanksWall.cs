using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Quality.Review.Annotations;

/// <summary>Thanks that customers meant, newest first, for everybody to read.</summary>
/// <param name="Month">The month, such as <c>2026-03</c>.</param>
/// <param name="Thanks">The thanks.</param>
public sealed record ThanksWall(string Month, IReadOnlyList<ThanksEntry> Thanks);

/// <summary>A customer's thanks. It says nothing of who wrote it or to whom.</summary>
/// <param name="Text">The words.</param>
/// <param name="Reason">What the conversation was about; null when not known.</param>
/// <param name="Language">fr or en.</param>
public sealed record ThanksEntry(string Text, string? Reason, string Language);

/// <summary>
/// Puts meant thanks on the wall when a conversation is closed. A text with anything masked in it, or with a name that the platform told, stays away:
/// what is shown to everybody holds no personal data, not even a placeholder of it.
/// </summary>
public sealed class ThanksProjection(ITables tables, ITextMasker masker) : IConversationProjection
{
    /// <summary>The longest text, in characters: a wall is read in passing.</summary>
    public const int MostCharacters = 280;

    private const double Glad = 0.2;
    private const double Shared = 0.3;

    /// <inheritdoc/>
    public string Name => "thanks";

    /// <inheritdoc/>
    public async Task ProjectAsync(ConversationRecord record, CancellationToken cancellationToken)
    {
        var transcript = record.Transcript;
        if (ThanksOf(transcript) is not { } text)
        {
            await RemoveAsync(record.Key, cancellationToken);
            return;
        }

        var month = PartitionOf(transcript.State.StartedAt);
        var row = new TableRow(month, NewestFirst.Of(transcript.State.StartedAt, record.Key), new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Text"] = text,
            ["Reason"] = transcript.State.Intent ?? "",
            ["Language"] = transcript.State.Language,
        });
        var standing = await tables.ReadAsync(TableNames.Reviews, Bucket(record.Key), record.Key, cancellationToken);
        var note = new TableRow(Bucket(record.Key), record.Key, new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Partition"] = month,
            ["Row"] = row.RowKey,
        });
        if (standing is not null && (standing.Text("Partition") != month || standing.Text("Row") != row.RowKey))
        {
            // A late first message moved the beginning.
            await Places.DeleteAsync(tables, standing.Text("Partition")!, standing.Text("Row")!, cancellationToken);
        }

        await tables.ApplyAsync(TableNames.Reviews, note.PartitionKey, [new TableChange.Upsert(note)], cancellationToken);
        await tables.ApplyAsync(TableNames.Reviews, month, [new TableChange.Upsert(row)], cancellationToken);
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(string conversationKey, CancellationToken cancellationToken)
    {
        if (await tables.ReadAsync(TableNames.Reviews, Bucket(conversationKey), conversationKey, cancellationToken) is { } note)
        {
            await Places.DeleteAsync(tables, note.Text("Partition")!, note.Text("Row")!, cancellationToken);
            await Places.DeleteAsync(tables, note.PartitionKey, conversationKey, cancellationToken);
        }
    }

    /// <summary>The wall of a month.</summary>
    public async Task<ThanksWall> ReadAsync(int year, int month, int maxRows, CancellationToken cancellationToken)
    {
        var first = new DateTimeOffset(year, month, 1, 0, 0, 0, TimeSpan.Zero);
        var page = await tables.QueryAsync(TableNames.Reviews, new TableQuery(PartitionOf(first), MaxRows: maxRows), cancellationToken);
        return new(
            first.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture),
            [.. page.Rows.Select(row => new ThanksEntry(
                row.Text("Text")!, row.Text("Reason") is { Length: > 0 } reason ? reason : null, row.Text("Language")!))]);
    }

    // Meant thanks, as the journey counts them: gratitude with a good feeling (docs/emotional-journey.md), the last such message.
    private string? ThanksOf(ConversationTranscript transcript) => transcript.Messages
        .Where(message => message is { Kind: MessageKind.Message, DeletedAt: null, Sender.Role: SenderRole.Customer, Analysis.Valence: >= Glad }
            && message.Text.Length is > 0 and <= MostCharacters
            && message.Analysis!.Emotions.Any(emotion => emotion is { Emotion: Emotion.Gratitude, Probability: >= Shared })
            && IsImpersonal(message.Text, transcript))
        .Select(message => message.Text)
        .LastOrDefault();

    private bool IsImpersonal(string text, ConversationTranscript transcript)
    {
        string?[] names =
        [
            transcript.State.CustomerFirstName, transcript.State.AdvisorFirstName, transcript.Assignment?.AdvisorFirstName,
            .. transcript.Messages.Select(message => message.Sender.FirstName),
        ];
        return !text.Contains('[', StringComparison.Ordinal)
            && masker.Mask(text) == text
            && !names.Any(name => name is { Length: > 1 } && text.Contains(name, StringComparison.OrdinalIgnoreCase));
    }

    private static string PartitionOf(DateTimeOffset at) =>
        $"thanks~{at.UtcDateTime.ToString("yyyyMM", System.Globalization.CultureInfo.InvariantCulture)}";

    private static string Bucket(string key) => $"thanksof~{StableHash.Of(key) % 16:x}";
}
