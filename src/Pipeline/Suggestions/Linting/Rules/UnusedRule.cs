namespace Pipeline.Suggestions.Linting.Rules;

/// <summary>A phrase that nobody sent, though it had time to be.</summary>
internal sealed class UnusedRule() : LintRule(
    "never-used",
    "Personne n'a envoyé cette phrase depuis trente jours qu'elle est là. Est-elle utile ? Sinon, retirez-la.",
    "Nobody sent this phrase in the thirty days it has been here. Is it of use? If not, retire it.")
{
    private const int Days = 30;

    public override IEnumerable<LintFinding> Check(LintSubject subject) => subject.Uses is not { } uses
        ? []
        : subject.Phrases.Where(phrase => uses.GetValueOrDefault(phrase.Id) == 0
                && (phrase.Written.ChangedAt is not { } changed || DateOnly.FromDateTime(changed.UtcDateTime).AddDays(Days) <= subject.Day)
                && phrase.Written.IsInForce(subject.Day))
            .Select(phrase => Found(phrase, LintSeverity.Notice, "id"));
}
