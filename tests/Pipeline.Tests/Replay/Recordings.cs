using Pipeline.Messages;
using Pipeline.Replay;

namespace Pipeline.Tests.Replay;

/// <summary>Recorded conversations for tests.</summary>
internal static class Recordings
{
    /// <summary>A customer and an advisor by turns, 30 seconds apart.</summary>
    public static RecordedConversation Of(string id, int? rating, params string[] texts) => new()
    {
        Id = id,
        Language = "fr",
        Brand = "boreal",
        Customer = new("c-1", "Camille Roussel"),
        Advisor = new("a-1", null),
        Rating = rating,
        Turns =
        [
            .. texts.Select((text, index) => new RecordedTurn(
                index % 2 == 0 ? SenderRole.Customer : SenderRole.Advisor, text, TimeSpan.FromSeconds(30 * index))),
        ],
    };
}
