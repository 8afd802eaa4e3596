using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Transcripts.Provenance;

/// <summary>
/// A version of a conversation's seal, as a row of <see cref="TableNames.Seals"/>. Rows are only ever inserted, newest first; each carries the
/// signature of the one before, so that none can be left out.
/// </summary>
/// <param name="Seal">What people see of it.</param>
/// <param name="Entries">The sealed rows.</param>
/// <param name="Previous">The signature of the version before; empty for the first.</param>
/// <param name="Signature">The signature of this one: HMAC-SHA256 with the configured key, hexadecimal.</param>
internal sealed record SealRow(ChainSeal Seal, IReadOnlyList<ChainEntry> Entries, string Previous, string Signature)
{
    private const int MostVersions = 999_999;

    /// <summary>Makes the next version.</summary>
    public static SealRow Next(
        string conversationKey, SealRow? before, ChainComparison found, DateTimeOffset sealedAt, byte[] key)
    {
        var links = ConversationChain.Links(conversationKey, found.Merged);
        var seal = new ChainSeal(
            (before?.Seal.Version ?? 0) + 1,
            sealedAt,
            found.Merged.Count,
            links.Count > 0 ? links[^1] : "",
            before is null ? [] : [.. found.Added.Select(added => added.MessageKind ?? MessageKind.Message)]);
        var unsigned = new SealRow(seal, found.Merged, before?.Signature ?? "", "");
        return unsigned with { Signature = unsigned.Sign(conversationKey, key) };
    }

    /// <summary>Whether it is what was written, after the version before.</summary>
    public bool Holds(string conversationKey, SealRow? before, byte[] key) =>
        Seal.Version == (before?.Seal.Version ?? 0) + 1
        && Previous == (before?.Signature ?? "")
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Signature), Encoding.ASCII.GetBytes(Sign(conversationKey, key)));

    /// <summary>Reads a row.</summary>
    public static SealRow Read(TableRow row)
    {
        var bytes = Convert.FromBase64String(LongText.Get(row, "Entries"));
        return new(
            new(
                (int)row.Properties["Version"],
                (DateTimeOffset)row.Properties["SealedAt"],
                bytes.Length / ChainEntry.Size,
                row.Text("Head")!,
                row.Text("Added") is { Length: > 0 } added ? [.. added.Split(',').Select(Enum.Parse<MessageKind>)] : []),
            [.. bytes.Chunk(ChainEntry.Size).Select(chunk => ChainEntry.Read(chunk))],
            row.Text("Previous")!,
            row.Text("Signature")!);
    }

    /// <summary>The row to insert.</summary>
    public TableRow ToRow(string conversationKey)
    {
        var properties = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["Version"] = Seal.Version,
            ["SealedAt"] = Seal.SealedAt,
            ["Head"] = Seal.Head,
            ["Added"] = Added,
            ["Previous"] = Previous,
            ["Signature"] = Signature,
        };
        LongText.Put(properties, "Entries", Convert.ToBase64String(Bytes()));
        return new(conversationKey, RowKey(Seal.Version), properties);
    }

    /// <summary>Counted down, so that the newest is the first of its partition.</summary>
    public static string RowKey(int version) => (MostVersions - version).ToString("D6", CultureInfo.InvariantCulture);

    private string Added => string.Join(',', Seal.Added);

    private byte[] Bytes()
    {
        var bytes = new byte[Entries.Count * ChainEntry.Size];
        for (var place = 0; place < Entries.Count; place++)
        {
            Entries[place].Write(bytes.AsSpan(place * ChainEntry.Size));
        }

        return bytes;
    }

    private string Sign(string conversationKey, byte[] key) => Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(
        JsonSerializer.Serialize<IReadOnlyList<string>>(
            [
                conversationKey,
                Seal.Version.ToString(CultureInfo.InvariantCulture),
                Seal.SealedAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
                Seal.Head,
                Added,
                Previous,
                Convert.ToBase64String(Bytes()),
            ],
            PipelineJson.Default.IReadOnlyListString))));
}
