using System.Collections.Frozen;

namespace Pipeline.Suggestions.Replies;

/// <summary>The replies of one brand and language that are offered. Immutable: readers share it, and a change makes a new one.</summary>
public sealed class ReplySet
{
    private readonly FrozenDictionary<string, AcceptedReply> _byId;

    /// <summary>Takes the replies.</summary>
    public ReplySet(string language, IReadOnlyList<AcceptedReply> replies)
    {
        (Language, Replies) = (language, replies);
        _byId = replies.ToFrozenDictionary(reply => reply.Id, StringComparer.Ordinal);
    }

    /// <summary>No replies.</summary>
    public static ReplySet None { get; } = new("", []);

    /// <summary>The language; empty of none.</summary>
    public string Language { get; }

    /// <summary>The replies, by id.</summary>
    public IReadOnlyList<AcceptedReply> Replies { get; }

    /// <summary>The reply of an id; null when none is offered.</summary>
    public AcceptedReply? Find(string id) => _byId.GetValueOrDefault(id);
}
