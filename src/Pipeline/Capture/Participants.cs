using Pipeline.Messages;

namespace Pipeline.Capture;

/// <summary>Tells what people are whom a platform's events give no role, by the account's settings.</summary>
internal static class Participants
{
    private static readonly Dictionary<string, SenderRole> Roles = new(StringComparer.Ordinal)
    {
        ["customer"] = SenderRole.Customer,
        ["advisor"] = SenderRole.Advisor,
        ["bot"] = SenderRole.Bot,
        ["system"] = SenderRole.System,
    };

    /// <summary>The role of a person, by the platform's id of them; unknown when there is no id.</summary>
    public static SenderRole RoleOf(PlatformAccount account, string? id) =>
        id is null ? SenderRole.Unknown
        : account.Participants.TryGetValue(id, out var named) ? Roles.GetValueOrDefault(named, SenderRole.Unknown)
        : account.Agents.Values.Contains(id, StringComparer.Ordinal) ? SenderRole.Advisor
        : Roles.GetValueOrDefault(account.OtherParticipants, SenderRole.Unknown);

    /// <summary>What is wrong with the settings.</summary>
    public static IEnumerable<SettingError> Check(PlatformAccount account)
    {
        foreach (var (id, role) in account.Participants)
        {
            if (!Roles.ContainsKey(role))
            {
                yield return new($"{nameof(account.Participants)}:{id}", "must be customer, advisor, bot or system.");
            }
        }

        if (account.OtherParticipants != "unknown" && !Roles.ContainsKey(account.OtherParticipants))
        {
            yield return new(nameof(account.OtherParticipants), "must be customer, advisor, bot, system or unknown.");
        }
    }
}
