using Pipeline.Messages;
using Pipeline.Ports;

namespace Pipeline.Web.Answers;

/// <summary>Who has the word in a conversation.</summary>
/// <param name="Key">The conversation's key.</param>
/// <param name="Holder">Who has it: a bot sends nothing while it is human.</param>
/// <param name="Cause">What gave it.</param>
/// <param name="Version">The version of the conversation that this was read from: a bot's claim names it.</param>
public sealed record FloorAnswer(string Key, FloorHolder Holder, FloorCause Cause, FloorVersion Version)
{
    /// <summary>What the floor says.</summary>
    public static FloorAnswer From(string key, FloorStanding standing) => new(key, standing.Floor.Holder, standing.Floor.Cause, standing.Version);
}

/// <summary>Leave to send one message.</summary>
/// <param name="Id">The bot's id of the message.</param>
/// <param name="Version">The version of the conversation that it may answer, now.</param>
public sealed record FloorClaimAnswer(string Id, FloorVersion Version);
