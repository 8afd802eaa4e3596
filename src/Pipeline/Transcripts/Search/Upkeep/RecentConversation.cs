using Pipeline.Messages;
using Pipeline.Ports;
using Pipeline.Transcripts.Search.Segments;

namespace Pipeline.Transcripts.Search.Upkeep;

/// <summary>
/// A conversation that is not in a segment yet, or has changed since: one row with its terms, or with the mark that it was taken out. What such a row
/// says stands for whatever segments say of the conversation.
/// </summary>
/// <param name="Place">Its place; of one that was taken out only the key counts.</param>
/// <param name="Terms">Its terms (<see cref="DocumentTerms"/>); null when it was taken out.</param>
/// <param name="Hash">The hash of place and terms.</param>
internal sealed record RecentConversation(DocumentPlace Place, byte[]? Terms, long Hash)
{
    /// <summary>The partition of these rows.</summary>
    public const string Partition = "recent";

    /// <summary>The version of the row as read.</summary>
    public string? ETag { get; private init; }

    /// <summary>A conversation with its terms; one without any word is as good as none.</summary>
    public static RecentConversation Of(ConversationTranscript transcript)
    {
        var place = DocumentPlace.Of(transcript.State.StartedAt, transcript.Conversation.Key);
        var terms = DocumentTerms.Write(ConversationTerms.Of(transcript));
        return terms.Length == 0
            ? Removed(place.Key)
            : new(place, terms, (long)(StableHash.Of($"{place.Time}~{Convert.ToBase64String(terms)}") >> 32));
    }

    /// <summary>A conversation that is taken out.</summary>
    public static RecentConversation Removed(string conversationKey) => new(new(0, conversationKey), null, 0);

    /// <summary>The row.</summary>
    public TableRow Row()
    {
        var properties = new Dictionary<string, object>(StringComparer.Ordinal);
        if (Terms is not null)
        {
            properties["Time"] = Place.Time;
            properties["Hash"] = Hash;
            RowBytes.Put(properties, Terms);
        }

        return new TableRow(Partition, Place.Key, properties);
    }

    /// <summary>The conversation of a row.</summary>
    public static RecentConversation Read(TableRow row) => row.Properties.TryGetValue("Time", out var time)
        ? new(new((long)time, row.RowKey), RowBytes.Get(row), (long)row.Properties["Hash"]) { ETag = row.ETag }
        : Removed(row.RowKey) with { ETag = row.ETag };
}
