namespace Pipeline.Scoring.SecondOpinion;

/// <summary>
/// When a paid service is asked for a second opinion, from the configuration section <c>Language</c>. Without the service's address
/// (<c>Language__Endpoint</c>) nobody is ever asked.
/// </summary>
public sealed class SecondOpinionOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Language";

    /// <summary>
    /// The most text records in any hour, in each process: a record is a thousand characters of one document for one feature, and what the
    /// service bills. Fifty cost about $36 a month and process where a thousand records cost a dollar. 0 asks nobody.
    /// </summary>
    public int RecordsPerHour { get; set; } = 50;

    /// <summary>The service is asked where the local analyser's confidence (0 to 1) is below this. 0 asks nobody, 1 asks about nearly all.</summary>
    public double AskBelow { get; set; } = 0.6;

    /// <summary>
    /// Whether the service also looks for personal data that the local masking left, in the messages it is asked about, before it is asked for
    /// their sentiment: a record more for each.
    /// </summary>
    public bool FindPersonalData { get; set; }
}
