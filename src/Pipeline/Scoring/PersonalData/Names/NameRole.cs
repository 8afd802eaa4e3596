namespace Pipeline.Scoring.PersonalData.Names;

/// <summary>What a word can be to the finder of names. A word can be several.</summary>
[Flags]
internal enum NameRole
{
    /// <summary>Unknown.</summary>
    None = 0,

    /// <summary>A given name and nothing else: also without a capital, when it is long.</summary>
    Given = 1,

    /// <summary>A given name that is short or near another word: with a capital, or where a name is due.</summary>
    GivenShort = 1 << 1,

    /// <summary>A given name that is a word too ("Rose", "Pierre"): with a capital that no sentence explains, or where a name is due.</summary>
    GivenWord = 1 << 2,

    /// <summary>A given name that is mostly something else ("Will", "June", "Florence"): only where a name is due.</summary>
    GivenRare = 1 << 3,

    /// <summary>A family name and nothing else.</summary>
    Family = 1 << 4,

    /// <summary>A family name that is a word too ("Petit", "Brown"): only behind a given name or a title.</summary>
    FamilyWord = 1 << 5,

    /// <summary>An ordinary word, a town, a brand: no part of a name.</summary>
    Ordinary = 1 << 6,

    /// <summary>A small word, which a name never goes on with.</summary>
    Small = 1 << 7,

    /// <summary>"Mme", "Dr".</summary>
    Title = 1 << 8,

    /// <summary>A relative or somebody at work: "ma fille", "your engineer".</summary>
    Person = 1 << 9,

    /// <summary>"Bonjour", "merci": the one addressed may follow.</summary>
    Greeting = 1 << 10,

    /// <summary>What may stand between a greeting and the one greeted: "merci beaucoup à".</summary>
    GreetingMore = 1 << 11,

    /// <summary>The last word of an introduction, with or without the words before it.</summary>
    Introduction = 1 << 12,

    /// <summary>"Cordialement", "regards": a signature may follow.</summary>
    Closing = 1 << 13,

    /// <summary>"de", "van": within a name.</summary>
    Particle = 1 << 14,

    /// <summary>Before the name of a street, a school or a saint's town: what follows is a place.</summary>
    PlaceBefore = 1 << 15,

    /// <summary>Behind the name of a street or a place: "Victoria Station".</summary>
    PlaceAfter = 1 << 16,

    /// <summary>What people do: "Grace told me", "Pierre m'a dit".</summary>
    Deed = 1 << 17,

    /// <summary>Words behind which a capital is a place's or a month's: "in Jordan", "en juin".</summary>
    Within = 1 << 18,

    /// <summary>Any given name.</summary>
    AnyGiven = Given | GivenShort | GivenWord | GivenRare,

    /// <summary>Any word behind which a name can be due.</summary>
    Cue = Title | Person | Greeting | GreetingMore | Introduction | Closing,
}
