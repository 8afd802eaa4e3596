using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Protection.Originals;

/// <summary>A text as it was written.</summary>
/// <param name="MessageId">The platform's id of the message.</param>
/// <param name="SentAt">When it was sent.</param>
/// <param name="KeptAt">When it was kept.</param>
/// <param name="Text">The text before masking; null where the key can't read it.</param>
public sealed record OriginalText(string MessageId, DateTimeOffset SentAt, DateTimeOffset KeptAt, string? Text);

/// <summary>
/// The vault, in the table Originals: a partition a conversation, with its encrypted key and a row a message. Nothing is written for brands that did
/// not ask, nor for messages in which nothing was masked: there the transcript is the original.
/// </summary>
public sealed class OriginalTexts(ITables tables, OriginalCipher cipher, IOptions<ProtectionOptions> options, TimeProvider clock)
    : IOriginalTexts, IPersonalStore
{
    private const string KeyRow = "key";
    private const string TextPrefix = "text-";

    // In base64, of the longest text that the webhooks' limit lets through, four times a property's.
    private const int Chunk = 30_000;

    /// <inheritdoc/>
    public string Name => "originals";

    /// <inheritdoc/>
    public async Task KeepAsync(MessageCaptured message, bool masked, CancellationToken cancellationToken)
    {
        if (options.Value.Vault.Brands.Count == 0)
        {
            return;
        }

        var key = message.Conversation.Key;
        if (message is { Kind: MessageKind.Deletion, TargetMessageId: { } target })
        {
            await DeleteMessageAsync(key, target, cancellationToken);
        }
        else if (masked && message.Kind is MessageKind.Message or MessageKind.Edit
            && await AsksAsync(message, cancellationToken)
            && !await IsDeletedAsync(key, message.TargetMessageId ?? message.MessageId, cancellationToken))
        {
            var row = Row(key, message.MessageId, message.TargetMessageId);
            var encrypted = await EncryptedAsync(message, cancellationToken);
            for (var (start, part) = (0, 0); start < encrypted.Length; start += Chunk, part++)
            {
                row[$"Text{part}"] = encrypted[start..Math.Min(encrypted.Length, start + Chunk)];
            }

            row["SentAt"] = message.SentAt;
            row["KeptAt"] = clock.GetUtcNow();
            row["Brand"] = message.Conversation.Brand;
            await PutAsync(key, message.MessageId, row, cancellationToken);
        }
    }

    /// <summary>The texts of a conversation, in order.</summary>
    public async Task<IReadOnlyList<OriginalText>> ReadTextsAsync(string conversationKey, CancellationToken cancellationToken)
    {
        var rows = await RowsAsync(conversationKey, cancellationToken);
        var wrapped = rows.FirstOrDefault(row => row.RowKey == KeyRow)?.Text("Key");
        return
        [
            .. rows.Where(row => row.Text("Text0") is not null)
                .Select(row => new OriginalText(
                    row.Text("MessageId")!,
                    (DateTimeOffset)row.Properties["SentAt"],
                    (DateTimeOffset)row.Properties["KeptAt"],
                    Decrypted(row, conversationKey, wrapped)))
                .OrderBy(text => text.SentAt),
        ];
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<KeptItem>> ReadAsync(string conversationKey, CancellationToken cancellationToken) =>
    [
        .. (await ReadTextsAsync(conversationKey, cancellationToken)).Select(text => new KeptItem(
            "original text",
            new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["messageId"] = text.MessageId,
                ["sentAt"] = text.SentAt,
                ["keptAt"] = text.KeptAt,
                ["text"] = text.Text ?? "",
            })),
    ];

    /// <inheritdoc/>
    public async Task EraseAsync(string conversationKey, CancellationToken cancellationToken)
    {
        // The key first: from then on no copy of the rest can be read.
        await tables.DeleteIfThereAsync(TableNames.Originals, conversationKey, KeyRow, cancellationToken);
        var rows = await RowsAsync(conversationKey, cancellationToken);
        await tables.DeleteAllAsync(TableNames.Originals, conversationKey, rows.Select(row => row.RowKey), cancellationToken);
    }

    // Of an edit or a deletion, platforms need not tell the brand: there the vault itself says whether it keeps the conversation.
    private async Task<bool> AsksAsync(MessageCaptured message, CancellationToken cancellationToken) =>
        options.Value.Vault.Brands.Contains(message.Conversation.Brand, StringComparer.OrdinalIgnoreCase)
        || (message.Kind == MessageKind.Edit
            && await tables.ReadAsync(TableNames.Originals, message.Conversation.Key, KeyRow, cancellationToken) is not null);

    private async Task<string> EncryptedAsync(MessageCaptured message, CancellationToken cancellationToken)
    {
        var key = message.Conversation.Key;
        try
        {
            return cipher.Encrypt(await KeyAsync(key, cancellationToken), key, message.MessageId, message.Text);
        }
        catch (CryptographicException)
        {
            // The key of the vault was changed: what the conversation's key encrypted before is lost, and a message must not fail for it.
            var wrapped = cipher.NewKey(key);
            await tables.ApplyAsync(TableNames.Originals, key, [new TableChange.Upsert(KeyRowOf(key, wrapped))], cancellationToken);
            return cipher.Encrypt(wrapped, key, message.MessageId, message.Text);
        }
    }

    private static TableRow KeyRowOf(string conversationKey, string wrapped) =>
        new(conversationKey, KeyRow, new Dictionary<string, object>(StringComparer.Ordinal) { ["Key"] = wrapped });

    private static Dictionary<string, object> Row(string conversationKey, string messageId, string? targetId)
    {
        var properties = new Dictionary<string, object>(StringComparer.Ordinal) { ["Conversation"] = conversationKey, ["MessageId"] = messageId };
        if (targetId is not null)
        {
            properties["Target"] = targetId;
        }

        return properties;
    }

    private async Task PutAsync(
        string conversationKey, string messageId, Dictionary<string, object> properties, CancellationToken cancellationToken) =>
        await tables.ApplyAsync(
            TableNames.Originals,
            conversationKey,
            [new TableChange.Upsert(new(conversationKey, TextPrefix + ConversationKeys.Safe(messageId), properties))],
            cancellationToken);

    // The row stays, empty: a message that comes after its deletion is not kept.
    private async Task DeleteMessageAsync(string conversationKey, string target, CancellationToken cancellationToken)
    {
        var marker = Row(conversationKey, target, null);
        marker["Deleted"] = true;
        await PutAsync(conversationKey, target, marker, cancellationToken);
        foreach (var edit in (await RowsAsync(conversationKey, cancellationToken)).Where(row => row.Text("Target") == target))
        {
            await tables.DeleteIfThereAsync(TableNames.Originals, conversationKey, edit.RowKey, cancellationToken);
        }
    }

    private async Task<bool> IsDeletedAsync(string conversationKey, string messageId, CancellationToken cancellationToken) =>
        await tables.ReadAsync(TableNames.Originals, conversationKey, TextPrefix + ConversationKeys.Safe(messageId), cancellationToken) is { } row
        && row.Properties.ContainsKey("Deleted");

    private async Task<string> KeyAsync(string conversationKey, CancellationToken cancellationToken)
    {
        if (await tables.ReadAsync(TableNames.Originals, conversationKey, KeyRow, cancellationToken) is { } known)
        {
            return known.Text("Key")!;
        }

        var wrapped = cipher.NewKey(conversationKey);
        try
        {
            await tables.ApplyAsync(
                TableNames.Originals, conversationKey, [new TableChange.Insert(KeyRowOf(conversationKey, wrapped))], cancellationToken);
            return wrapped;
        }
        catch (TableConflictException)
        {
            // Another message of the conversation made it first.
            return (await tables.ReadAsync(TableNames.Originals, conversationKey, KeyRow, cancellationToken))!.Text("Key")!;
        }
    }

    private string? Decrypted(TableRow row, string conversationKey, string? wrapped)
    {
        var encrypted = string.Concat(Enumerable.Range(0, row.Properties.Count).Select(part => row.Text($"Text{part}")).TakeWhile(part => part is not null));
        try
        {
            return wrapped is null || !cipher.HasKey ? null : cipher.Decrypt(wrapped, conversationKey, row.Text("MessageId")!, encrypted);
        }
        catch (CryptographicException)
        {
            // The key of the vault was changed: what it encrypted before is lost, as it is meant to be.
            return null;
        }
    }

    private async Task<List<TableRow>> RowsAsync(string conversationKey, CancellationToken cancellationToken)
    {
        List<TableRow> rows = [];
        await foreach (var row in tables.ReadAllAsync(TableNames.Originals, new TableQuery(conversationKey), cancellationToken))
        {
            rows.Add(row);
        }

        return rows;
    }
}
