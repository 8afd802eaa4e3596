namespace Pipeline.Scoring.PersonalData.Names;

/// <summary>The words of both languages (folded) that make a name due, or unlikely, beside them.</summary>
internal static class NameCueWords
{
    /// <summary>Each kind of word with its words.</summary>
    public static readonly IReadOnlyList<(NameRole Role, string Words)> All =
    [
        (NameRole.Title, "m mr mme mlle mrs ms mx miss dr pr prof monsieur madame mademoiselle maitre me docteur doctor professor sir"),
        (NameRole.Person,
            "fils fille mari femme epoux epouse mere pere maman papa frere soeur ami amie copain copine collegue conjoint conjointe "
            + "compagnon compagne voisin voisine tante oncle cousin cousine neveu niece beau-pere belle-mere beau-frere belle-soeur "
            + "beau-fils belle-fille grand-pere grand-mere petit-fils petite-fille fiance fiancee coloc colocataire locataire gendre "
            + "papi papy mamie mamy tonton tata gardien gardienne conseiller conseillere technicien technicienne livreur livreuse "
            + "chauffeur facteur factrice installateur agent stagiaire plombier electricien notaire avocat avocate infirmiere infirmier "
            + "aide-soignante superviseur superviseuse gestionnaire titulaire defunt defunte feu occupant occupante responsable "
            + "son daughter husband wife mother father mum mom mam dad brother sister friend mate colleague partner neighbour neighbor "
            + "aunt auntie uncle nephew niece flatmate roommate housemate tenant landlord landlady grandson granddaughter grandma "
            + "grandpa granddad gran nan nana stepson stepdaughter stepdad stepmum carer nurse solicitor executor advisor adviser "
            + "technician tech engineer driver courier rep plumber electrician installer supervisor manager reader handler lad bloke chap guy "
            + "lady gentleman twin pote potes pal buddy bro bestie missus hubby wifey ex nurse teacher boss kid eldest youngest childminder "
            + "sister-in-law brother-in-law mother-in-law father-in-law son-in-law daughter-in-law holder cardholder policyholder leaseholder "
            + "interlocuteur interlocutrice vendeur vendeuse patron patronne prof nounou ainee cadet cadette jumelle jumeau"),
        (NameRole.Greeting,
            "bonjour bjr bonsoir bsr salut slt coucou cc hello hi hey hiya dear cher chere merci mrc mercii thanks thank thx tks ty thankyou "
            + "cheers ta bravo kudos props chapeau respect morning afternoon evening ciao bye remercier remercie remerciez farewell "
            + "congrats felicitations desole desolee sorry"),
        (NameRole.GreetingMore, "you u beaucoup bcp bien infiniment again a to so much encore ma mon my there for oh ok"),
        (NameRole.Introduction,
            "appelle apelle appele apele appelait mappelle mapelle sappelle sapelle sapel appeler nomme nommee prenomme prenommee named called "
            + "nom prenom name names surname est is s c cest suis am m im its ici moi it de d of par by to for avec with late chez contact under "
            + "titulaire"),
        (NameRole.Closing,
            "cordialement cdt cdlt respectueusement salutations regards sincerely truly faithfully yours best amicalement bises bisous love "
            + "signe signed signature"),
        (NameRole.Particle, "de du des d da das do dos di del della van von der den le la los el al ben bin ibn st mc mac o ni nic ui"),
        (NameRole.PlaceBefore,
            "rue av ave avenue bd bld boulevard place quai square allee allees impasse chemin cours faubourg route lycee college ecole hopital "
            + "clinique gare station metro residence stade pont parc ehpad maternite port porte mount lake fort saint sainte st ste san "
            + "santa sao lac mont villa hotel cafe tour marche prix centre cite zone commune banque"),
        (NameRole.PlaceAfter,
            "street st road rd lane ln avenue ave drive dr court ct close crescent hospital station school park hall house cottage square "
            + "terrace place university college airport bridge mall centre center gardens way grove island beach city county "
            + "boss hilfiger vuitton choo spade"),
        (NameRole.Deed,
            "m told said says helped sorted fixed promised rang called answered explained wrote came went deserves has had was is did who does "
            + "a est etait avait dit disait avez va from at in de du qui lui nous vous"),
        (NameRole.Within, "in en since depuis until for le la les un une the this next last ce cet cette of from to du"),
        (NameRole.Small,
            "je j tu il elle on nous vous ils elles me te se ce c ca cela cette ces ci y en ne n pas plus rien jamais et ou mais donc or ni "
            + "car que qu qui quoi dont quand comment pourquoi si est suis es sont etait etais ai as a avons avez ont avait fait va vais "
            + "veux voudrais peux peut pour par sur sous avec sans dans chez depuis avant apres vers entre pendant svp stp oui non mon ma mes "
            + "ton ta tes sa ses notre nos votre vos leur leurs un une des aussi encore toujours deja tres trop bien ici i you he she it we "
            + "they my your his her our their this that these those is am are was were be been have has had do does did would can could "
            + "should might must not no yes and but so because if when where what who how why from with without about to of in on at by the "
            + "an there here just still also again now please thanks for or as l au aux the a"),
    ];
}
