using Pipeline.Suggestions.Candidates.Segments;

namespace Pipeline.Suggestions.Retrieval;

/// <summary>What each profile of a segment weighs in a situation, whatever the words of its candidates.</summary>
internal sealed class ProfileSums
{
    private readonly ProfileSum[] _sums;

    public ProfileSums(ProfileTable table, Situation situation, SubjectWords subjects, SituationWeights weights)
    {
        _sums = new ProfileSum[table.Profiles.Length];
        for (var number = 0; number < _sums.Length; number++)
        {
            var profile = table.Profiles[number];
            if (!weights.Takes(profile.Category))
            {
                _sums[number] = new(double.NegativeInfinity, double.NegativeInfinity, (int)profile.Category, false, false);
                continue;
            }

            var fit = CandidateFit.Of(profile.Example, situation, subjects);
            var sum = fit is { Tone: > 0, Moment: > 0 } && profile.Example.Allows(situation.Brand, situation.Channel)
                ? weights.Sum(fit) + weights.MostTold
                : double.NegativeInfinity;
            _sums[number] = new(
                sum,
                sum + weights.MostWords,
                (int)profile.Category,
                CandidateFit.IsForSituation(profile.Example, situation),
                CandidateFit.NeedsKeyword(profile));
        }
    }

    public ref readonly ProfileSum this[int profile] => ref _sums[profile];

    /// <summary>A profile in a situation.</summary>
    /// <param name="Sum">What all but words weighs; minus infinity when nothing of the profile may be offered.</param>
    /// <param name="Most">The same with the most that words can weigh.</param>
    /// <param name="Category">The number of its category.</param>
    /// <param name="IsForSituation">Whether it is compared without a word of the customer.</param>
    /// <param name="NeedsKeyword">Whether the customer must have used a keyword.</param>
    internal readonly record struct ProfileSum(double Sum, double Most, int Category, bool IsForSituation, bool NeedsKeyword);
}
