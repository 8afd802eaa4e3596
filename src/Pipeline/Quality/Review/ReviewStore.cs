using Pipeline.Ports;
using Pipeline.Quality.Review.Annotations;
using Pipeline.Quality.Review.Corrections;
using Pipeline.Quality.Review.Samples;

namespace Pipeline.Quality.Review;

/// <summary>
/// What quality review keeps of a conversation beside the conversation: its thanks on the wall, its place in samples and calibration rounds, and what
/// leads to its reviews and corrections. Reviews and annotations themselves are rows of the conversation, and go with it.
/// </summary>
public sealed class ReviewStore(ITables tables, ThanksProjection thanks, CorrectionProjection corrections) : IPersonalStore
{
    private readonly ReviewPointers _pointers = new(tables);

    /// <inheritdoc/>
    public string Name => "review";

    /// <inheritdoc/>
    public async Task<IReadOnlyList<KeptItem>> ReadAsync(string conversationKey, CancellationToken cancellationToken)
    {
        List<KeptItem> items = [];
        if (await thanks.OfAsync(conversationKey, cancellationToken) is { } wall)
        {
            items.Add(KeptItem.Of("thanks on the wall", wall));
        }

        // What else was chosen is about other people.
        items.AddRange((await ChosenConversations.OfAsync(tables, conversationKey, cancellationToken)).Select(note => KeptItem.Of(
            ChosenConversations.Kind(note) == SampleDesk.Partition ? "place in a sample" : "place in a calibration round", note)));
        return items;
    }

    /// <inheritdoc/>
    public async Task EraseAsync(string conversationKey, CancellationToken cancellationToken)
    {
        foreach (var note in await ChosenConversations.OfAsync(tables, conversationKey, cancellationToken))
        {
            await (ChosenConversations.Kind(note) == SampleDesk.Partition
                ? ChosenConversations.TakeOutAsync(
                    tables,
                    note,
                    ReviewJson.Default.ReviewSample,
                    sample => Without(sample.Conversations, conversationKey) is { } left ? sample with { Conversations = left } : null,
                    cancellationToken)
                : ChosenConversations.TakeOutAsync(
                    tables,
                    note,
                    ReviewJson.Default.CalibrationRound,
                    round => Without(round.Conversations, conversationKey) is { } left ? round with { Conversations = left } : null,
                    cancellationToken));
        }

        await thanks.RemoveAsync(conversationKey, cancellationToken);
        await corrections.RemoveAsync(conversationKey, cancellationToken);
        await _pointers.RemoveAsync(conversationKey, cancellationToken);
    }

    private static string[]? Without(IReadOnlyList<string> conversations, string key) =>
        conversations.Contains(key) ? [.. conversations.Where(one => one != key)] : null;
}
