using Pipeline.Ports;

namespace Pipeline.Suggestions.Replies;

/// <summary>What came of taking a reply back.</summary>
/// <param name="Reply">The reply as it stands; null when it is not known.</param>
/// <param name="WasRetired">Whether it was retired already.</param>
public sealed record RetiredReply(AcceptedReply? Reply, bool WasRetired);

/// <summary>
/// Keeps accepted replies in <see cref="TableNames.AcceptedReplies"/>: a partition for each brand and language, a row for each reply. A conversation that
/// is learned from again replaces what was learned from it before, so rows depend on the conversations alone, however often and in what order they
/// are read.
/// </summary>
public sealed class AcceptedReplyStore(ITables tables, ReplyHashes hashes, TimeProvider clock)
{
    private const int MaxAttempts = 5;

    // A row has 60 KB at most, a batch 4 MB.
    private const int BatchSize = 50;

    /// <summary>Takes what conversations teach in the place of what they taught before, and drops what nobody sent for long.</summary>
    /// <param name="conversations">The keys of the conversations that were read, also of those that taught nothing.</param>
    /// <param name="replies">What they taught.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many rows changed.</returns>
    public async Task<int> LearnAsync(
        IReadOnlyCollection<string> conversations, IReadOnlyCollection<SentReply> replies, CancellationToken cancellationToken)
    {
        var read = conversations.Select(hashes.OfConversation).ToHashSet();
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var learned = replies.Select(Kept).ToLookup(use => (use.Brand, use.Language));
        var partitions = (await PartitionsAsync(cancellationToken)).Union(learned.Select(group => group.Key));
        var changed = 0;
        foreach (var (brand, language) in partitions)
        {
            var uses = learned[(brand, language)].GroupBy(use => use.Id, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.Select(use => use.Use).ToList(), StringComparer.Ordinal);
            changed += await ChangeAsync(
                brand,
                language,
                uses,
                kept => new(kept.Id, kept.Brand, kept.Language, kept.Uses.Where(use => !read.Contains(use.Conversation)).Concat(uses.GetValueOrDefault(kept.Id, [])))
                {
                    RetiredAt = kept.RetiredAt,
                    RetiredBy = kept.RetiredBy,
                },
                kept => kept.LastUsed is { } last && today.DayNumber - last.DayNumber <= ReplyThresholds.UnusedDays,
                cancellationToken);
        }

        return changed;
    }

    /// <summary>
    /// Takes out what a conversation contributed, such as when a person's data is erased. Replies that fall under the thresholds are not offered any more;
    /// one that came from nowhere else is gone.
    /// </summary>
    /// <returns>How many rows changed.</returns>
    public Task<int> RemoveAsync(string conversationKey, CancellationToken cancellationToken) => LearnAsync([conversationKey], [], cancellationToken);

    /// <summary>The wordings that a conversation contributed, whether or not they are offered.</summary>
    public async Task<IReadOnlyList<string>> TaughtByAsync(string conversationKey, CancellationToken cancellationToken)
    {
        var conversation = hashes.OfConversation(conversationKey);
        List<string> texts = [];
        foreach (var (brand, language) in await PartitionsAsync(cancellationToken))
        {
            await foreach (var row in tables.ReadAllAsync(
                TableNames.AcceptedReplies, new TableQuery(ReplyIdentity.PartitionOf(brand, language)), cancellationToken))
            {
                texts.AddRange(ReplyRow.Read(row)?.Uses.Where(use => use.Conversation == conversation).Select(use => use.Text) ?? []);
            }
        }

        return texts;
    }

    /// <summary>Every reply of a brand and language that belongs to nobody, by id, retired ones too.</summary>
    public async Task<IReadOnlyList<AcceptedReply>> ListAsync(string brand, string language, CancellationToken cancellationToken)
    {
        List<AcceptedReply> replies = [];
        await foreach (var row in tables.ReadAllAsync(
            TableNames.AcceptedReplies, new TableQuery(ReplyIdentity.PartitionOf(brand, language)), cancellationToken))
        {
            if (ReplyRow.Read(row) is { IsAnonymous: true } reply)
            {
                replies.Add(reply.Told());
            }
        }

        return replies;
    }

    /// <summary>Takes a reply back for good, in every brand and language that has it; an id is of one.</summary>
    public async Task<RetiredReply> RetireAsync(string id, string by, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            if (await FindAsync(id, cancellationToken) is not { } row || ReplyRow.Read(row) is not { } kept)
            {
                return new(null, false);
            }

            if (kept.RetiredAt is not null)
            {
                return new(kept.Told(), true);
            }

            var retired = kept with { RetiredAt = clock.GetUtcNow(), RetiredBy = by };
            try
            {
                await tables.ApplyAsync(
                    TableNames.AcceptedReplies, row.PartitionKey, [new TableChange.Replace(ReplyRow.Write(retired), row.ETag!)], cancellationToken);
                await MarkAsync(kept.Brand, kept.Language, cancellationToken);
                return new(retired.Told(), false);
            }
            catch (TableConflictException) when (attempt < MaxAttempts)
            {
                // It was learned from meanwhile.
            }
        }
    }

    /// <summary>Whether a reply is offered now, by the table itself. A read for each brand that has replies of the language.</summary>
    public async Task<bool> IsOfferedAsync(string id, string language, CancellationToken cancellationToken) =>
        await FindAsync(id, cancellationToken) is { } row && ReplyRow.Read(row) is { IsAnonymous: true, RetiredAt: null } kept && kept.Language == language;

    /// <summary>The brands and languages that have replies, each with the state of its partition.</summary>
    internal async Task<IReadOnlyList<(string Brand, string Language, string State)>> StatesAsync(CancellationToken cancellationToken)
    {
        List<(string, string, string)> states = [];
        await foreach (var row in tables.ReadAllAsync(TableNames.AcceptedReplies, new TableQuery(ReplyRow.Marks), cancellationToken))
        {
            states.Add((row.Text("Brand")!, row.Text("Language")!, row.ETag!));
        }

        return states;
    }

    private async Task<IEnumerable<(string Brand, string Language)>> PartitionsAsync(CancellationToken cancellationToken) =>
        (await StatesAsync(cancellationToken)).Select(state => (state.Brand, state.Language));

    private async Task<TableRow?> FindAsync(string id, CancellationToken cancellationToken)
    {
        foreach (var (brand, language) in await PartitionsAsync(cancellationToken))
        {
            if (await tables.ReadAsync(
                TableNames.AcceptedReplies, ReplyIdentity.PartitionOf(brand, language), id, cancellationToken) is { } row)
            {
                return row;
            }
        }

        return null;
    }

    private (string Brand, string Language, string Id, ReplyUse Use) Kept(SentReply reply)
    {
        var place = reply.Place;
        var brand = place.Brand.ToLowerInvariant();
        var id = ReplyIdentity.IdOf(brand, place.Language, reply.Text);
        return (brand, place.Language, id, new(
            hashes.OfAnswer(place.ConversationKey, place.AnswerId),
            hashes.OfConversation(place.ConversationKey),
            hashes.OfAdvisor(id, place.AdvisorId),
            place.Day,
            place.Intent is { } intent && intent.All(character => char.IsAsciiLetterOrDigit(character) || character == '_') ? intent : "",
            reply.Text));
    }

    /// <summary>Changes every row of a partition, and adds those that it lacks. A pass that meets another begins again: it does what is left.</summary>
    private async Task<int> ChangeAsync(
        string brand,
        string language,
        Dictionary<string, List<ReplyUse>> learned,
        Func<KeptReply, KeptReply> change,
        Func<KeptReply, bool> isInUse,
        CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var changes = await ChangesAsync(brand, language, learned, change, isInUse, cancellationToken);
            if (changes.Count == 0)
            {
                return 0;
            }

            try
            {
                // Before the rows, so that a host that finds the mark first looks again, and after them for those who were quicker.
                await MarkAsync(brand, language, cancellationToken);
                foreach (var batch in changes.Chunk(BatchSize))
                {
                    await tables.ApplyAsync(TableNames.AcceptedReplies, ReplyIdentity.PartitionOf(brand, language), batch, cancellationToken);
                }

                await MarkAsync(brand, language, cancellationToken);
                return changes.Count;
            }
            catch (TableConflictException) when (attempt < MaxAttempts)
            {
                // Another pass, or a retirement: what is in the rows now is looked at again.
            }
        }
    }

    private async Task<List<TableChange>> ChangesAsync(
        string brand,
        string language,
        Dictionary<string, List<ReplyUse>> learned,
        Func<KeptReply, KeptReply> change,
        Func<KeptReply, bool> isInUse,
        CancellationToken cancellationToken)
    {
        List<TableChange> changes = [];
        var known = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var row in tables.ReadAllAsync(
            TableNames.AcceptedReplies, new TableQuery(ReplyIdentity.PartitionOf(brand, language)), cancellationToken))
        {
            known.Add(row.RowKey);
            if (ReplyRow.Read(row) is not { } kept)
            {
                continue;
            }

            var changed = change(kept);
            if (changed.RetiredAt is null && !isInUse(changed))
            {
                changes.Add(new TableChange.Delete(row.RowKey, row.ETag));
            }
            else if (ReplyRow.Write(changed) is var written && !ReplyRow.Says(row, written))
            {
                changes.Add(new TableChange.Replace(written, row.ETag!));
            }
        }

        changes.AddRange(learned.Where(reply => !known.Contains(reply.Key))
            .Select(reply => new KeptReply(reply.Key, brand, language, reply.Value))
            .Where(isInUse)
            .OrderBy(reply => reply.Id, StringComparer.Ordinal)
            .Select(reply => new TableChange.Insert(ReplyRow.Write(reply))));
        return changes;
    }

    private async Task MarkAsync(string brand, string language, CancellationToken cancellationToken) => await tables.ApplyAsync(
        TableNames.AcceptedReplies, ReplyRow.Marks, [new TableChange.Upsert(ReplyRow.Mark(brand, language, clock.GetUtcNow()))], cancellationToken);
}
