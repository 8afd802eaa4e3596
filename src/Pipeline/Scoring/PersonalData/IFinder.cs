namespace Pipeline.Scoring.PersonalData;

/// <summary>
/// Finds some kinds of personal data. Around each place it looks at no more than a bounded stretch of text, so that the work is linear
/// in the length whatever the text.
/// </summary>
internal interface IFinder
{
    void Find(ScanText text, Findings findings);
}
