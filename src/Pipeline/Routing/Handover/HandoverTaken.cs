using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Routing.Handover;

/// <summary>What somebody asks who hands a conversation over.</summary>
/// <param name="Id">Names it: asked again under the same id, it is done once.</param>
/// <param name="Reason">Why.</param>
/// <param name="Skill">The trade that is wanted; null for the one that is needed anyhow.</param>
/// <param name="Level">The least level that is wanted; null for the one that is needed anyhow.</param>
/// <param name="AdvisorId">The advisor from whom it is taken; null for whoever has it.</param>
public sealed record HandoverOrder(string Id, HandoverReason Reason, string? Skill, int? Level, string? AdvisorId);

/// <summary>Why a conversation cannot be handed over now.</summary>
public enum HandoverObstacle
{
    /// <summary>It was not routed yet.</summary>
    NotRouted,

    /// <summary>It is closed.</summary>
    Closed,

    /// <summary>Another advisor has it than the one from whom it is to be taken.</summary>
    HeldByAnother,
}

/// <summary>How a hand-over was taken.</summary>
public abstract record HandoverTaken
{
    private HandoverTaken()
    {
    }

    /// <summary>It is done, from now or from before.</summary>
    public sealed record Done(AssignmentView View) : HandoverTaken;

    /// <summary>It cannot be done.</summary>
    public sealed record Impossible(HandoverObstacle Obstacle) : HandoverTaken;

    /// <summary>No advisor has the wanted trade at the wanted level.</summary>
    public sealed record NobodyHas(IReadOnlyList<string> Skills) : HandoverTaken;

    /// <summary>The conversation is not known.</summary>
    public sealed record ConversationUnknown : HandoverTaken;
}
