using System.Globalization;
using Pipeline.Ports;

namespace Pipeline.Suggestions.Replies;

/// <summary>The row of a reply: its wordings and its uses, and whether it is retired. Nothing that follows from these is kept.</summary>
internal static class ReplyRow
{
    // Wordings hold no line breaks: PlainText makes blanks of them.
    private const char Lines = '\n';
    private const char Blank = ' ';

    public static TableRow Write(KeptReply reply)
    {
        string[] texts = [.. reply.Uses.Select(use => use.Text).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var columns = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Brand"] = reply.Brand,
            ["Language"] = reply.Language,
            ["Texts"] = string.Join(Lines, texts),
            ["Uses"] = string.Join(Blank, reply.Uses.Select(use => use.Write(texts))),
        };
        if (reply.RetiredAt is { } at)
        {
            columns["RetiredAt"] = at;
            columns["RetiredBy"] = reply.RetiredBy!;
        }

        return new(ReplyIdentity.PartitionOf(reply.Brand, reply.Language), reply.Id, columns);
    }

    /// <summary>A reply; null when the row holds none, which only somebody's hand can have done: it must not silence the others.</summary>
    public static KeptReply? Read(TableRow row)
    {
        if (row.Text("Brand") is not { } brand || row.Text("Language") is not { } language
            || row.Text("Texts")?.Split(Lines) is not { } texts || row.Text("Uses") is not { } written)
        {
            return null;
        }

        var uses = written.Split(Blank, StringSplitOptions.RemoveEmptyEntries).Select(use => ReplyUse.Read(use, texts)).ToList();
        return uses.Contains(null) ? null : new(row.RowKey, brand, language, uses.OfType<ReplyUse>())
        {
            RetiredAt = row.Properties.TryGetValue("RetiredAt", out var at) ? (DateTimeOffset)at : null,
            RetiredBy = row.Text("RetiredBy"),
        };
    }

    /// <summary>Whether a row says the same as another.</summary>
    public static bool Says(TableRow row, TableRow other) => row.Properties.Count == other.Properties.Count
        && row.Properties.All(column => other.Properties.TryGetValue(column.Key, out var value) && Equals(value, column.Value));

    /// <summary>The row that tells readers that a partition changed.</summary>
    public static TableRow Mark(string brand, string language, DateTimeOffset now) => new(
        Marks,
        ReplyIdentity.PartitionOf(brand, language),
        new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Brand"] = brand.ToLower(CultureInfo.InvariantCulture),
            ["Language"] = language,
            ["ChangedAt"] = now,
        });

    /// <summary>The partition of those rows. No brand has it: theirs end in a language.</summary>
    public const string Marks = "partitions";
}
