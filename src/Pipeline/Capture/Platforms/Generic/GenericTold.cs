using Pipeline.Capture.Reading;

namespace Pipeline.Capture.Platforms.Generic;

/// <summary>What the envelope of an event says, whichever envelope it is.</summary>
/// <param name="Type">What happened, such as <c>message.created</c>.</param>
/// <param name="Id">Names the event: the same whenever it is sent again; null where the envelope has no name.</param>
/// <param name="At">When; null where the envelope does not say.</param>
/// <param name="NoTime">The refusal when nothing says when.</param>
internal sealed record GenericTold(string Type, string? Id, DateTimeOffset? At, Func<BodyRefusedException> NoTime);
