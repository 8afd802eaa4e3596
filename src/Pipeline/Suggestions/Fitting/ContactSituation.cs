namespace Pipeline.Suggestions.Fitting;

/// <summary>What policies ask of a conversation.</summary>
/// <param name="Brand">The brand the customer talks to.</param>
/// <param name="Channel">The channel.</param>
/// <param name="Intent">What it is about; null when that is not known.</param>
/// <param name="Language">The language of the reply: fr or en.</param>
public sealed record ContactSituation(string Brand, string Channel, string? Intent, string Language);

/// <summary>A rule that a text breaks.</summary>
/// <param name="Rule">The rule, such as <c>phone_not_allowed</c>.</param>
/// <param name="Detail">What in the text breaks it: a number, a host or a word of the product, never a customer's text.</param>
public sealed record PolicyViolation(string Rule, string Detail);
