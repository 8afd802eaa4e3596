using System.Security.Cryptography;
using System.Text;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Transcripts.Provenance;

/// <summary>
/// The hashes of a conversation's message rows in the order of the conversation, each linked to the one before: a change of any byte changes its
/// link and all that follow.
/// </summary>
internal sealed class ConversationChain
{
    private const string Genesis = "conversation-chain/1";

    private readonly TableRow[] _rows;
    private readonly Lazy<HashSet<string>> _deleted;

    /// <summary>The chain of the rows as they are.</summary>
    public ConversationChain(string conversationKey, IReadOnlyDictionary<string, TableRow> rows)
    {
        Key = conversationKey;
        _rows =
        [
            .. rows.Values.Where(row => row.RowKey.StartsWith(ConversationRowKeys.MessagePrefix, StringComparison.Ordinal))
                .OrderBy(row => row.RowKey, StringComparer.Ordinal),
        ];
        Entries = [.. _rows.Select(ChainEntry.Of)];
        _deleted = new(() => _rows
            .Where(row => row.Text("Kind") == nameof(MessageKind.Deletion))
            .Select(row => row.Text("TargetMessageId")!)
            .ToHashSet(StringComparer.Ordinal));
    }

    /// <summary>The conversation.</summary>
    public string Key { get; }

    /// <summary>An entry for each row, in order.</summary>
    public IReadOnlyList<ChainEntry> Entries { get; }

    /// <summary>The link after each entry, hexadecimal: SHA-256 over the link before and the entry.</summary>
    public static IReadOnlyList<string> Links(string conversationKey, IReadOnlyList<ChainEntry> entries)
    {
        var links = new string[entries.Count];
        Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes + ChainEntry.Size];
        SHA256.HashData(Encoding.UTF8.GetBytes($"{Genesis}\0{conversationKey}"), bytes);
        for (var place = 0; place < links.Length; place++)
        {
            entries[place].Write(bytes[SHA256.HashSizeInBytes..]);
            SHA256.HashData(bytes, bytes);
            links[place] = Convert.ToHexStringLower(bytes[..SHA256.HashSizeInBytes]);
        }

        return links;
    }

    /// <summary>The links of the rows as they are, with the message of each.</summary>
    public IReadOnlyList<ChainLink> Describe() =>
        [.. Links(Key, Entries).Zip(_rows, (link, row) => new ChainLink(PlaceOf(row), row.Text("MessageId") ?? "", KindOf(row), link))];

    /// <summary>Holds the rows against what was sealed.</summary>
    public ChainComparison Against(IReadOnlyList<ChainEntry> earlier)
    {
        var merged = new List<ChainEntry>(Entries.Count);
        var added = new List<ChainBreak>();
        ChainBreak? first = null;
        var now = Entries.ToHashSet();
        var sealedBefore = earlier.ToHashSet();
        for (var (old, current) = (0, 0); old < earlier.Count || current < Entries.Count;)
        {
            if (old < earlier.Count && current < Entries.Count && (earlier[old] == Entries[current] || IsDeletion(earlier[old], current)))
            {
                merged.Add(Entries[current]);
                (old, current) = (old + 1, current + 1);
            }
            else if (old < earlier.Count && (current == Entries.Count || sealedBefore.Contains(Entries[current])))
            {
                // What stands here was sealed for later: the row before it is gone.
                first ??= BreakAt(current, ChainBreakKind.Missing);
                merged.Add(earlier[old++]);
            }
            else if (old == earlier.Count || now.Contains(earlier[old]) || IsDeletedLater(earlier[old], current + 1))
            {
                added.Add(BreakAt(current, ChainBreakKind.Added));
                merged.Add(Entries[current++]);
            }
            else
            {
                first ??= BreakAt(current, ChainBreakKind.Changed);

                // The old entry stays: what was changed once stays found, whatever is sealed after it.
                merged.Add(earlier[old++]);
                current++;
            }
        }

        return new(merged, added, first);
    }

    private bool IsDeletion(ChainEntry earlier, int current) =>
        Entries[current].IsEmptiedOf(earlier)
        && (_deleted.Value.Contains(_rows[current].Text("MessageId") ?? "") || _deleted.Value.Contains(_rows[current].Text("TargetMessageId") ?? ""));

    private bool IsDeletedLater(ChainEntry earlier, int from) =>
        Enumerable.Range(from, Entries.Count - from).Any(place => IsDeletion(earlier, place));

    private ChainBreak BreakAt(int place, ChainBreakKind kind) => place < _rows.Length
        ? new(kind, PlaceOf(_rows[place]), _rows[place].Text("MessageId"), KindOf(_rows[place]))
        : new(kind, null, null, null);

    private static string PlaceOf(TableRow row) => row.RowKey[ConversationRowKeys.MessagePrefix.Length..];

    // A row that was tampered with may say anything.
    private static MessageKind? KindOf(TableRow row) => Enum.TryParse<MessageKind>(row.Text("Kind"), out var kind) ? kind : null;
}

/// <summary>How the rows stand against what was sealed.</summary>
/// <param name="Merged">What to seal next: the rows as they are, but for those that were changed or taken away, which stay as they were sealed.</param>
/// <param name="Added">The rows that came after the seal.</param>
/// <param name="First">The first row that is not as it was sealed; null when all are.</param>
internal sealed record ChainComparison(IReadOnlyList<ChainEntry> Merged, IReadOnlyList<ChainBreak> Added, ChainBreak? First);
