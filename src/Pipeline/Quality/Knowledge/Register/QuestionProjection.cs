using Pipeline.Ports;
using Pipeline.Quality.Knowledge.Glossary;
using Pipeline.Quality.Knowledge.Storage;

namespace Pipeline.Quality.Knowledge.Register;

/// <summary>
/// Writes the questions that a closed conversation brings: what the suggestions missed, and the abbreviations of the advisors' messages. Each is one
/// row under an id of its own, so that each ends in one question of the register, however often and in whatever order conversations are closed.
/// </summary>
public sealed class QuestionProjection(QuestionRows questions, ProjectedRows rows) : IConversationProjection
{
    /// <summary>Names its rows among those of a conversation.</summary>
    internal const string Kind = "questions";

    /// <inheritdoc/>
    public string Name => "open questions";

    /// <inheritdoc/>
    public async Task ProjectAsync(ConversationRecord record, CancellationToken cancellationToken)
    {
        Sighting[] sightings = [.. SuggestionMisses.In(record), .. AbbreviationSightings.In(record)];
        var standing = await rows.StandingAsync(record.Key, Kind, cancellationToken);
        if (sightings.Length == 0 && standing.Count == 0)
        {
            return;
        }

        await questions.ListScopesAsync(sightings.Select(sighting => sighting.Scope), cancellationToken);
        TableRow[] brought = [.. sightings.Select(sighting => sighting.ToRow())];
        await StandInAsync(record.Key, standing.Except(brought.Select(row => new RowPlace(row.PartitionKey, row.RowKey))), cancellationToken);
        await rows.WriteAsync(record.Key, Kind, brought, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task RemoveAsync(string conversationKey, CancellationToken cancellationToken)
    {
        await StandInAsync(conversationKey, await rows.StandingAsync(conversationKey, Kind, cancellationToken), cancellationToken);
        await rows.WriteAsync(conversationKey, Kind, [], cancellationToken);
    }

    // What goes may be the words of a question that somebody acted on: others stand in for them first.
    private async Task StandInAsync(string conversationKey, IEnumerable<RowPlace> goes, CancellationToken cancellationToken)
    {
        foreach (var partition in goes.GroupBy(place => place.PartitionKey, StringComparer.Ordinal))
        {
            await questions.StandInAsync(
                partition.Key, conversationKey, [.. partition.Select(place => place.RowKey[Sighting.Prefix.Length..])], cancellationToken);
        }
    }
}
