namespace Pipeline.Scoring.PersonalData.Names;

/// <summary>Shops, brands and places that are called like a person, of two words or more: they are no one's name.</summary>
internal static class NotPeople
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Pairs = new HashSet<string>(
        ("john lewis|tim hortons|harvey norman|harvey nichols|alice springs|milton keynes|calvin klein|ralph lauren|paul smith|ted baker|laura ashley|"
        + "jo malone|jack wills|jack daniels|johnnie walker|michael kors|marc jacobs|max mara|stella mccartney|vivienne westwood|alexander mcqueen|"
        + "kate spade|tommy hilfiger|hugo boss|charles tyrwhitt|philip morris|morgan stanley|charles schwab|james bond|harry potter|yves rocher|"
        + "victoria beckham|"
        + "leroy merlin|jules verne|marie claire|christian dior|pierre cardin|nina ricci|thierry mugler|alain afflelou|jacques dessange|franck provost|"
        + "guy degrenne|guy hoquet|stephane plaza|victor hugo|jean moulin|jules ferry|jean jaures|louis vuitton|jimmy choo|georges pompidou|"
        + "charles rennie|glen innes|ben sherman|fred perry|pierre fabre|claude monet|pablo picasso|nelson mandela|martin luther|robert walters|"
        + "michael page|ernest hemingway|ben nevis|mary berry|jamie oliver|gordon ramsay|sally beauty|thomas cook|thomas pink|russell hobbs|rose petal|"
        + "wendy house|jack russell|black friday|robin hood|father christmas|santa claus|uncle sam|jean coutu|jean paul|"
        + "charles de|marks and|dolce gabbana|rosa parks|marie curie|louis pasteur|henri dunant|edward jones|charlotte tilbury|bobbi brown|"
        + "elizabeth arden|estee lauder|helena rubinstein|mercedes benz|alfa romeo|aston martin|harley davidson|smith wesson").Split('|'),
        StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>How many words from one on are such a thing's name: none or two.</summary>
    public static bool StartsAt(ScanText text, in NameTokens words, int index) =>
        NameExtent.FollowsOn(text, words, index) && Pairs.Contains(text.Folded[words[index].Start..words[index + 1].End]);
}
