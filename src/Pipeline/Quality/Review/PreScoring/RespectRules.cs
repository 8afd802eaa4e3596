namespace Pipeline.Quality.Review.PreScoring;

/// <summary>No message of an advisor has rude words, or words that talk down.</summary>
internal sealed class ToneRule : IPreScoreRule
{
    public string Name => "tone";

    public Judgement Judge(ReviewedConversation conversation)
    {
        PreScoreReason[] lapses =
        [
            .. from turn in conversation.Advisors
               let words = conversation.Tone.Lapses(turn.Text, conversation.Language)
               where words.Count > 0
               select new PreScoreReason([turn.Id], string.Join(", ", words), "Des mots qui blessent ou parlent de haut.", "Words that hurt or talk down."),
        ];
        return lapses.Length > 0
            ? Judgement.No(lapses)
            : Judgement.Yes(new PreScoreReason([], null, "Aucun mot déplacé.", "No word out of place."));
    }
}

/// <summary>No advisor asks for a password, a code, a whole card number. To warn of it, or to help with a new password, is no asking.</summary>
internal sealed class PersonalDataRule : IPreScoreRule
{
    public string Name => "personal_data";

    public Judgement Judge(ReviewedConversation conversation)
    {
        PreScoreReason[] asked =
        [
            .. from turn in conversation.Advisors
               let words = conversation.Cues.Find("forbidden", turn.Plain)
               where words is not null && !conversation.Cues.Has("warning", turn.Plain)
                   && (conversation.Cues.Has("asks", turn.Plain) || turn.Text.Contains('?', StringComparison.Ordinal))
               select new PreScoreReason([turn.Id], words, "Une donnée interdite est demandée.", "Something that policy forbids is asked for."),
        ];
        return asked.Length > 0
            ? Judgement.No(asked)
            : Judgement.Yes(new PreScoreReason([], null, "Rien d'interdit n'est demandé.", "Nothing forbidden is asked for."));
    }
}
