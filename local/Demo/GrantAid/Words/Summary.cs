namespace MonitoringReturns.Local.Demo.GrantAid.Words;

/// <summary>What a group did, in 50 to 100 words: its own first sentence, then what the half-year brought.</summary>
internal static class Summary
{
    private const int Least = 50;
    private const int Most = 100;

    public static string Of(Charity charity, int period)
    {
        var seeds = new SeededNumbers(charity.Award, $"{period}", "summary");
        var words = ThemeWords.Of(charity.Theme);
        var season = seeds.Shuffle(period % 2 == 0 ? words.JulyToDecember : words.JanuaryToJune);
        var work = seeds.Shuffle(words.Work);
        var enough = seeds.Between(Least + 2, Most - 14);
        var sentences = new List<string> { Aims.Of(charity) };
        // The half-year first and last; what is done all year between.
        foreach (var sentence in season.Take(1).Concat(work.Take(2)).Concat(season.Skip(1)).Concat(work.Skip(2)))
        {
            var soFar = Count(sentences);
            if (soFar >= enough)
                break;
            if (soFar + Count([sentence]) <= Most)
                sentences.Add(sentence);
        }
        return string.Join(' ', sentences);
    }

    /// <summary>What the summary left out, to be said elsewhere in the same report.</summary>
    public static Queue<string> Unsaid(Charity charity, int period)
    {
        var said = Of(charity, period);
        return new Queue<string>(new SeededNumbers(charity.Award, $"{period}", "unsaid").Shuffle(ThemeWords.Of(charity.Theme).Work)
            .Where(sentence => !said.Contains(sentence, StringComparison.Ordinal)));
    }

    private static int Count(IEnumerable<string> sentences) =>
        sentences.Sum(sentence => sentence.Split(' ').Count(word => word.Any(char.IsLetterOrDigit)));
}
