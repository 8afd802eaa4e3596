namespace Pipeline.Scoring.PersonalData.Names;

/// <summary>How much the words before a place make a name due there, weakest first.</summary>
internal enum NameCue
{
    /// <summary>Nothing does.</summary>
    None,

    /// <summary>"c'est", "I'm": a name or anything else.</summary>
    Weak,

    /// <summary>"bonjour", "thanks": the one addressed.</summary>
    Greeting,

    /// <summary>"ma fille", "your engineer", "signed by", "cordialement": a name if it has a capital.</summary>
    Person,

    /// <summary>"Mme", "Mr".</summary>
    Title,

    /// <summary>"je m'appelle", "my name is": a name, however it is written.</summary>
    Introduction,
}
