using Pipeline.Ports;

namespace Pipeline.Quality.Review.Samples;

/// <summary>A page of samples.</summary>
/// <param name="Samples">The samples, newest first.</param>
/// <param name="Continuation">Where the next page starts; null when this was the last one.</param>
public sealed record SamplePage(IReadOnlyList<ReviewSample> Samples, string? Continuation);

/// <summary>Draws samples and keeps them.</summary>
public sealed class SampleDesk(ITables tables, ITranscriptQueries queries, TimeProvider clock)
{
    private const string Partition = "samples";

    /// <summary>Draws a sample: reads what the index has of the period once. The same draw from the same conversations is the same sample, and kept once.</summary>
    public async Task<ReviewSample> DrawAsync(SampleDefinition definition, string by, CancellationToken cancellationToken)
    {
        var sample = await DrawnAsync(definition, by, cancellationToken);
        var row = ReviewRows.Row(Partition, sample.Id, sample, ReviewJson.Default.ReviewSample);
        var place = new TableRow(
            "samplelist", NewestFirst.Of(sample.DrawnAt, sample.Id), new Dictionary<string, object>(StringComparer.Ordinal) { ["Sample"] = sample.Id });
        try
        {
            await tables.ApplyAsync(TableNames.Reviews, place.PartitionKey, [new TableChange.Upsert(place)], cancellationToken);
            await tables.ApplyAsync(TableNames.Reviews, Partition, [new TableChange.Insert(row)], cancellationToken);
            return sample;
        }
        catch (TableConflictException exception) when (exception.Conflict == TableConflict.RowExists)
        {
            // Drawn before: of the places that lead to it, the list shows the one of its own time.
            return (await FindAsync(sample.Id, cancellationToken))!;
        }
    }

    /// <summary>Draws it again, and keeps nothing: the same population digest and conversations mean that nobody chose them.</summary>
    public Task<ReviewSample> DrawnAsync(SampleDefinition definition, string by, CancellationToken cancellationToken) =>
        PopulateAsync(new(definition), definition, by, cancellationToken);

    /// <summary>A sample; null when there is none.</summary>
    public async Task<ReviewSample?> FindAsync(string id, CancellationToken cancellationToken) =>
        await tables.ReadAsync(TableNames.Reviews, Partition, id, cancellationToken) is { } row
            ? ReviewRows.Read(row, ReviewJson.Default.ReviewSample)
            : null;

    /// <summary>The samples, newest first.</summary>
    public async Task<SamplePage> ListAsync(int maxRows, string? continuation, CancellationToken cancellationToken)
    {
        var samples = new List<ReviewSample>();
        string? last = null;
        await foreach (var place in tables.ReadAllAsync(
            TableNames.Reviews, new TableQuery("samplelist", continuation is null ? null : continuation + " "), cancellationToken))
        {
            if (samples.Count == maxRows)
            {
                return new(samples, last);
            }

            last = place.RowKey;
            if (await FindAsync(place.Text("Sample")!, cancellationToken) is { } sample && place.RowKey == NewestFirst.Of(sample.DrawnAt, sample.Id))
            {
                samples.Add(sample);
            }
        }

        return new(samples, null);
    }

    private async Task<ReviewSample> PopulateAsync(SampleDraw draw, SampleDefinition definition, string by, CancellationToken cancellationToken)
    {
        // The index looks for what the definition asks by its rarest facet; the draw looks again, so that it hangs on nobody's planner.
        var query = new TranscriptQuery
        {
            From = Midnight(definition.From),
            Before = Midnight(definition.To.AddDays(1)),
            Open = false,
            Brand = definition.Brand,
            Language = definition.Language,
            Skill = definition.Skill,
            Intent = definition.Reason,
            Channel = definition.Channel,
            Outcome = definition.Outcome,
            EndEmotion = definition.EndEmotion,
            Hard = definition.Hard,
        };
        string? continuation = null;
        do
        {
            var page = await queries.QueryAsync(query, TableQuery.MaxPage, continuation, cancellationToken);
            foreach (var conversation in page.Conversations.Where(draw.Takes))
            {
                if (!definition.ExcludeReviewed || !await IsReviewedAsync(conversation.Key, cancellationToken))
                {
                    draw.Add(conversation);
                }
            }

            continuation = page.Continuation;
        }
        while (continuation is not null);
        return draw.Draw(clock.GetUtcNow(), by);
    }

    private static DateTimeOffset Midnight(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private async Task<bool> IsReviewedAsync(string key, CancellationToken cancellationToken)
    {
        var page = await tables.QueryAsync(
            TableNames.Conversations, TableQuery.Prefix(key, ReviewRows.ReviewPrefix) with { MaxRows = 1 }, cancellationToken);
        return page.Rows.Count > 0;
    }
}
