using Pipeline.Routing.Capacity;

namespace Pipeline.Routing.Administration;

/// <summary>What a profile of an advisor must be.</summary>
public static class AdvisorProfileRules
{
    /// <summary>The most conversations at once that anybody may be given: Amazon Connect, the widest of the field, allows ten.</summary>
    public const int MostCapacity = 10;

    private const int MaxName = 100;

    /// <summary>What is wrong with a profile, naming the field; null when nothing is.</summary>
    public static FieldFault? Fault(AdvisorSeed profile)
    {
        if (!IsId(profile.Id))
        {
            return new("id", $"It must have 1 to {MaxName} characters, and none of / \\ # ? or control characters.");
        }

        if (!IsName(profile.FirstName))
        {
            return new("firstName", $"It must have 1 to {MaxName} characters.");
        }

        if (profile.Skills is not { Count: > 0 })
        {
            return new("skills", "At least one skill is needed, with its level, such as {\"billing\":1}.");
        }

        foreach (var (skill, level) in profile.Skills)
        {
            if (skill.Length is 0 or > MaxName || !skill.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-'))
            {
                return new($"skills.{skill}", "The name of a skill is made of letters, digits, _ and -.");
            }

            if (level is < LevelBand.FrontLine or > LevelBand.Highest)
            {
                return new($"skills.{skill}", $"The level {level} must be from {LevelBand.FrontLine} to {LevelBand.Highest}.");
            }
        }

        if (profile.Languages is not { Count: > 0 } || !profile.Languages.All(language => language is "fr" or "en"))
        {
            return new("languages", "At least one of fr and en is needed, and no other.");
        }

        if (profile.Brands is null || !profile.Brands.All(IsName))
        {
            return new("brands", "It must be a list of brands; an empty one stands for all.");
        }

        if (profile.Channels is null || !profile.Channels.All(IsName))
        {
            return new("channels", "It must be a list of channels; an empty one stands for all.");
        }

        if (profile.Mentor is { } mentor && (!IsId(mentor) || mentor == profile.Id))
        {
            return new("mentor", "It must be the id of another advisor.");
        }

        return profile.Capacity is < 1 or > MostCapacity
            ? new("capacity", $"{profile.Capacity} must be from 1 to {MostCapacity}.")
            : profile.Schedule is { Days: null } ? new("schedule.days", "It must be given.") : profile.Schedule?.Fault();
    }

    /// <summary>Whether an advisor can have this id: what cannot never reaches the tables, which refuse some characters.</summary>
    public static bool IsId(string id) => IsName(id) && id.AsSpan().IndexOfAny("/\\#?") < 0;

    private static bool IsName(string? name) => name is { Length: > 0 and <= MaxName } && !name.Any(char.IsControl);
}
