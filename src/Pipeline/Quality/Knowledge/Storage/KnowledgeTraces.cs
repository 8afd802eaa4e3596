using Pipeline.Ports;
using Pipeline.Quality.Knowledge.Digests;
using Pipeline.Quality.Knowledge.Neighbours;
using Pipeline.Quality.Knowledge.Peers;
using Pipeline.Quality.Knowledge.Register;

namespace Pipeline.Quality.Knowledge.Storage;

/// <summary>
/// What the knowledge loop keeps of a conversation: the questions that came up in it, what was asked beside it, that it was solved, and its words in
/// digests. What colleagues answered is theirs and stays, without the words of the customer.
/// </summary>
public sealed class KnowledgeTraces(
    ITables tables, ProjectedRows projected, BesideRows beside, QuestionRows questions, DigestStore digests) : IPersonalStore
{
    /// <inheritdoc/>
    public string Name => "knowledge";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<KeptItem>> ReadAsync(string conversationKey, CancellationToken cancellationToken)
    {
        List<KeptItem> items = [];
        foreach (var place in await PlacesAsync(conversationKey, cancellationToken))
        {
            if (await tables.ReadAsync(TableNames.Questions, place.PartitionKey, place.RowKey, cancellationToken) is { } row)
            {
                items.Add(KeptItem.Of(
                    place.PartitionKey == NeighbourRequest.Partition ? "request to a colleague"
                    : place.RowKey.StartsWith(Sighting.Prefix, StringComparison.Ordinal) ? "question"
                    : "solved case",
                    row));
            }
        }

        await foreach (var row in digests.QuotingAsync(conversationKey, cancellationToken))
        {
            items.Add(KeptItem.Of("question in a digest", row));
        }

        return items;
    }

    /// <inheritdoc/>
    public async Task EraseAsync(string conversationKey, CancellationToken cancellationToken)
    {
        await digests.ForgetWordsAsync(conversationKey, cancellationToken);
        var places = await PlacesAsync(conversationKey, cancellationToken);
        var sightings = places.Where(place => place.RowKey.StartsWith(Sighting.Prefix, StringComparison.Ordinal));
        foreach (var partition in sightings.GroupBy(place => place.PartitionKey, StringComparer.Ordinal))
        {
            await questions.StandInAsync(
                partition.Key, conversationKey, [.. partition.Select(place => place.RowKey[Sighting.Prefix.Length..])], cancellationToken);
        }

        foreach (var place in places)
        {
            await tables.DeleteAsync(place, cancellationToken);
            if (place.PartitionKey == NeighbourRequest.Partition)
            {
                await tables.DeleteAsync(new(NeighbourRequest.Waiting, place.RowKey), cancellationToken);
            }
        }

        await projected.WriteAsync(conversationKey, QuestionProjection.Kind, [], cancellationToken);
        await projected.WriteAsync(conversationKey, SolvedCaseProjection.Kind, [], cancellationToken);
        await beside.ForgetAsync(conversationKey, cancellationToken);
    }

    private async Task<IReadOnlyList<RowPlace>> PlacesAsync(string conversationKey, CancellationToken cancellationToken) =>
    [
        .. await projected.StandingAsync(conversationKey, QuestionProjection.Kind, cancellationToken),
        .. await projected.StandingAsync(conversationKey, SolvedCaseProjection.Kind, cancellationToken),
        .. await beside.ReadAsync(conversationKey, cancellationToken),
    ];
}
