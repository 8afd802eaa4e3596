using Microsoft.Extensions.Options;
using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Quality.Knowledge.Register;
using Pipeline.Quality.Knowledge.Storage;

namespace Pipeline.Quality.Knowledge.Neighbours;

/// <summary>
/// Lets an advisor ask a colleague of another trade about the conversation before them. The answer becomes a note of the conversation, which
/// colleagues see; what nobody answers becomes a question of the register.
/// </summary>
public sealed class NeighbourDesk(
    ITables tables,
    ITranscripts transcripts,
    IColleagues colleagues,
    QuestionDesk questions,
    BesideRows beside,
    ITextMasker masker,
    IOptions<KnowledgeOptions> options,
    TimeProvider clock)
{
    /// <summary>Asks. Asked again under the same id, it is the same request.</summary>
    /// <param name="key">The conversation.</param>
    /// <param name="id">The asker's own id of it.</param>
    /// <param name="skill">The trade.</param>
    /// <param name="text">The question.</param>
    /// <param name="by">Who asks.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>The request; null when the conversation is not known.</returns>
    public async Task<NeighbourRequest?> AskAsync(
        string key, string id, string skill, string text, string by, CancellationToken cancellationToken)
    {
        if (await transcripts.ReadAsync(key, cancellationToken) is not { } transcript)
        {
            return null;
        }

        var requestId = ConversationKeys.BusId("ask", key, by, id);
        if (await FindAsync(requestId, cancellationToken) is { } known)
        {
            return known;
        }

        var colleague = await colleagues.FindAvailableAsync(
            requestId, skill, transcript.State.Language, transcript.Conversation.Brand, by, cancellationToken);
        var request = new NeighbourRequest
        {
            Id = requestId,
            Conversation = key,
            Skill = skill,
            Text = Sighting.Cut(masker.Mask(text, transcript.State.CustomerFirstName is { } name ? [name] : [])),
            Language = transcript.State.Language,
            AskedBy = by,
            AskedAt = clock.GetUtcNow(),
            AskedOf = colleague?.Id,
        };
        await beside.NoteAsync(key, new(NeighbourRequest.Partition, requestId), cancellationToken);
        await WaitAsync(requestId, cancellationToken);
        if (await TryWriteAsync(request, cancellationToken) is not { } asked)
        {
            return await FindAsync(requestId, cancellationToken);
        }

        return colleague is null ? await RegisterAsync(asked, cancellationToken) : asked;
    }

    /// <summary>One request; null when there is none such.</summary>
    public async Task<NeighbourRequest?> FindAsync(string id, CancellationToken cancellationToken) =>
        await tables.ReadAsync(TableNames.Questions, NeighbourRequest.Partition, id, cancellationToken) is { } row ? NeighbourRequest.Read(row) : null;

    /// <summary>The requests that wait for an answer, oldest first.</summary>
    public async Task<IReadOnlyList<NeighbourRequest>> ListOpenAsync(CancellationToken cancellationToken)
    {
        List<NeighbourRequest> open = [];
        await foreach (var waiting in tables.ReadAllAsync(TableNames.Questions, new TableQuery(NeighbourRequest.Waiting), cancellationToken))
        {
            if (await FindAsync(waiting.RowKey, cancellationToken) is { Status: NeighbourStatus.Asked } request)
            {
                open.Add(request);
            }
        }

        return [.. open.OrderBy(request => request.AskedAt).ThenBy(request => request.Id, StringComparer.Ordinal)];
    }

    /// <summary>
    /// Answers. The note is written first, under the request's id: should the rest fail, the answer is there, and the first answer stands. What went
    /// to the register meanwhile may still be answered here.
    /// </summary>
    /// <returns>The request; null when there is none such.</returns>
    public async Task<NeighbourRequest?> AnswerAsync(string id, string text, string by, CancellationToken cancellationToken)
    {
        if (await FindAsync(id, cancellationToken) is not { } request || request.Status == NeighbourStatus.Answered)
        {
            return await FindAsync(id, cancellationToken);
        }

        var note = new InternalNote(
            request.Id, clock.GetUtcNow(), request.Skill, request.AskedBy, request.Text, by, Sighting.Cut(masker.Mask(text)));
        var row = InternalNoteRow.Write(request.Conversation, note);
        try
        {
            await tables.ApplyAsync(TableNames.Conversations, row.PartitionKey, [new TableChange.Insert(row)], cancellationToken);
        }
        catch (TableConflictException)
        {
            note = InternalNoteRow.Read((await tables.ReadAsync(TableNames.Conversations, row.PartitionKey, row.RowKey, cancellationToken))!);
        }

        var answered = request with { Status = NeighbourStatus.Answered, Answer = note.Answer, AnsweredBy = note.AnsweredBy };
        if (await TryWriteAsync(answered, cancellationToken) is not { } written)
        {
            return await AnswerAsync(id, text, by, cancellationToken);
        }

        await SettleAsync(id, cancellationToken);
        return written;
    }

    /// <summary>Puts what waited too long in the register.</summary>
    /// <returns>How many.</returns>
    public async Task<int> RegisterOverdueAsync(CancellationToken cancellationToken)
    {
        var overdue = (await ListOpenAsync(cancellationToken))
            .Where(request => request.AskedOf is null || request.AskedAt + options.Value.NeighbourPatience <= clock.GetUtcNow())
            .ToList();
        foreach (var request in overdue)
        {
            await RegisterAsync(request, cancellationToken);
        }

        return overdue.Count;
    }

    // The sighting goes by the request's id: should the rest fail, the next run finds it there.
    private async Task<NeighbourRequest> RegisterAsync(NeighbourRequest request, CancellationToken cancellationToken)
    {
        var question = await questions.AddAsync(
            new AskedQuestion
            {
                Id = request.Id,
                Text = request.Text,
                Language = request.Language,
                Skill = request.Skill,
                Conversation = request.Conversation,
                By = request.AskedBy,
            },
            SightingKind.UnansweredRequest,
            intent: null,
            cancellationToken);
        var registered = request with { Status = NeighbourStatus.InRegister, Question = question?.Id };
        var written = await TryWriteAsync(registered, cancellationToken) ?? await FindAsync(request.Id, cancellationToken) ?? registered;
        await SettleAsync(request.Id, cancellationToken);
        return written;
    }

    // Who waits stands in a list of its own, so that looking for them costs no more the more was ever asked.
    private async Task WaitAsync(string id, CancellationToken cancellationToken)
    {
        var row = new TableRow(NeighbourRequest.Waiting, id, new Dictionary<string, object>());
        await tables.ApplyAsync(TableNames.Questions, NeighbourRequest.Waiting, [new TableChange.Upsert(row)], cancellationToken);
    }

    private Task SettleAsync(string id, CancellationToken cancellationToken) =>
        tables.DeleteAsync(new(NeighbourRequest.Waiting, id), cancellationToken);

    private async Task<NeighbourRequest?> TryWriteAsync(NeighbourRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var tags = await tables.ApplyAsync(
                TableNames.Questions,
                NeighbourRequest.Partition,
                [request.ETag is { } etag ? new TableChange.Replace(request.ToRow(), etag) : new TableChange.Insert(request.ToRow())],
                cancellationToken);
            return request with { ETag = tags[0] };
        }
        catch (TableConflictException)
        {
            return null;
        }
    }
}
