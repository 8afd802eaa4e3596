using Pipeline.Ports;

namespace Pipeline.Protection.Holds;

/// <summary>A legal hold: while it stands, nothing of what it is on is erased or ends by itself.</summary>
public sealed record LegalHold
{
    /// <summary>The conversation; null where it is on a customer.</summary>
    public string? Conversation { get; init; }

    /// <summary>The customer's platform; null where it is on a conversation.</summary>
    public string? Platform { get; init; }

    /// <summary>The platform's id of the customer; null where it is on a conversation.</summary>
    public string? CustomerId { get; init; }

    /// <summary>Why, as a short code, such as <c>dispute-2026-014</c>: it stands in receipts.</summary>
    public required string Reason { get; init; }

    /// <summary>Who put it; null where nobody has to say who they are.</summary>
    public string? By { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }
}

/// <summary>Keeps legal holds, in one partition of the table Protection.</summary>
public sealed class LegalHolds(ITables tables, SubjectHashes hashes)
{
    private const string Partition = "holds";

    /// <summary>Puts a hold, in place of one that was on the same.</summary>
    public Task PutAsync(LegalHold hold, CancellationToken cancellationToken)
    {
        var properties = new Dictionary<string, object>(StringComparer.Ordinal) { ["Reason"] = hold.Reason, ["At"] = hold.At };
        Put("Conversation", hold.Conversation);
        Put("Platform", hold.Platform);
        Put("CustomerId", hold.CustomerId);
        Put("By", hold.By);
        var row = new TableRow(Partition, KeyOf(hold.Conversation, hold.Platform, hold.CustomerId), properties);
        return tables.ApplyAsync(TableNames.Protection, Partition, [new TableChange.Upsert(row)], cancellationToken);

        void Put(string name, string? value)
        {
            if (value is not null)
            {
                properties[name] = value;
            }
        }
    }

    /// <summary>Takes the hold off a conversation; one that has none is left as it is.</summary>
    public Task RemoveAsync(string conversationKey, CancellationToken cancellationToken) =>
        tables.DeleteIfThereAsync(TableNames.Protection, Partition, KeyOf(conversationKey, null, null), cancellationToken);

    /// <summary>Takes the hold off a customer; one who has none is left as they are.</summary>
    public Task RemoveAsync(string platform, string customerId, CancellationToken cancellationToken) =>
        tables.DeleteIfThereAsync(TableNames.Protection, Partition, KeyOf(null, platform, customerId), cancellationToken);

    /// <summary>All holds as they are now.</summary>
    public async Task<HoldSet> ReadAsync(CancellationToken cancellationToken)
    {
        List<LegalHold> holds = [];
        await foreach (var row in tables.ReadAllAsync(TableNames.Protection, new TableQuery(Partition), cancellationToken))
        {
            holds.Add(new LegalHold
            {
                Conversation = row.Text("Conversation"),
                Platform = row.Text("Platform"),
                CustomerId = row.Text("CustomerId"),
                Reason = row.Text("Reason")!,
                By = row.Text("By"),
                At = (DateTimeOffset)row.Properties["At"],
            });
        }

        return new HoldSet(holds);
    }

    private string KeyOf(string? conversation, string? platform, string? customerId) =>
        conversation is not null ? hashes.OfConversation(conversation) : hashes.OfCustomer(platform!, customerId!);
}

/// <summary>The holds at one moment.</summary>
public sealed class HoldSet(IReadOnlyList<LegalHold> holds)
{
    private readonly Dictionary<string, LegalHold> _conversations = holds.Where(hold => hold.Conversation is not null)
        .ToDictionary(hold => hold.Conversation!, StringComparer.Ordinal);

    private readonly Dictionary<(string?, string?), LegalHold> _customers = holds.Where(hold => hold.Conversation is null)
        .ToDictionary(hold => (hold.Platform, hold.CustomerId));

    /// <summary>Whether a customer is held.</summary>
    public bool HasCustomers => _customers.Count > 0;

    /// <summary>All of them.</summary>
    public IReadOnlyList<LegalHold> All => holds;

    /// <summary>The hold on a conversation; null when there is none.</summary>
    public LegalHold? OfConversation(string conversationKey) => _conversations.GetValueOrDefault(conversationKey);

    /// <summary>The hold on a customer; null when there is none.</summary>
    public LegalHold? OfCustomer(string platform, string customerId) => _customers.GetValueOrDefault((platform, customerId));
}
