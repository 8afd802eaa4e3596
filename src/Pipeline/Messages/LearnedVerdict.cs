namespace Pipeline.Messages;

/// <summary>What was learned from labelled chats says of a conversation (docs/routing.md). The rules decide what comes of it.</summary>
/// <param name="Model">The model.</param>
/// <param name="Difficulty">How likely it is hard, 0 to 1.</param>
/// <param name="Urgency">How likely somebody or something is at risk within hours, 0 to 1.</param>
/// <param name="Skill">The likeliest skill.</param>
/// <param name="SkillShare">How likely that skill is, 0 to 1.</param>
public sealed record LearnedVerdict(string Model, double Difficulty, double Urgency, string Skill, double SkillShare);
