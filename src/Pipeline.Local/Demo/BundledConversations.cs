using Pipeline.Replay;

namespace Pipeline.Local.Demo;

/// <summary>The conversations that come with the program.</summary>
public static class BundledConversations
{
    private static readonly string[] Languages = ["fr", "en"];

    /// <summary>Reads them, French and English by turns.</summary>
    public static async Task<IReadOnlyList<RecordedConversation>> ReadAsync(CancellationToken cancellationToken)
    {
        var byLanguage = new List<List<RecordedConversation>>();
        foreach (var language in Languages)
        {
            var name = $"conversations.{language}.jsonl";
            await using var content = typeof(BundledConversations).Assembly.GetManifestResourceStream(name)
                ?? throw new InvalidOperationException($"The program was built without {name}.");
            byLanguage.Add(await ConversationFile.ReadAsync(content, name, cancellationToken).ToListAsync(cancellationToken));
        }

        return [.. byLanguage.SelectMany(list => list.Index()).OrderBy(entry => entry.Index).Select(entry => entry.Item)];
    }
}
