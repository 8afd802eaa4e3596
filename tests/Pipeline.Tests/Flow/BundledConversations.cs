using Pipeline.Replay;

namespace Pipeline.Tests.Flow;

/// <summary>The conversations that come with the product.</summary>
internal static class BundledConversations
{
    public static IReadOnlyList<RecordedConversation> All { get; } = [.. Read("fr"), .. Read("en")];

    private static List<RecordedConversation> Read(string language) =>
        ConversationFile.ReadAsync(Path.Combine(AppContext.BaseDirectory, "Data", $"conversations.{language}.jsonl"), CancellationToken.None)
            .ToBlockingEnumerable()
            .ToList();
}
