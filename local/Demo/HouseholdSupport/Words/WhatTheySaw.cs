namespace MonitoringReturns.Local.Demo.HouseholdSupport.Words;

/// <summary>What a charity saw in a quarter, in its own words: the three of a focus never say the same in one quarter.</summary>
internal static class WhatTheySaw
{
    public static string Of(Charity charity, int place)
    {
        var words = WordsOf(charity.Focus);
        return words[((2 * charity.Rank) + place) % words.Length];
    }

    private static string[] WordsOf(Focus focus) => focus switch
    {
        Focus.FoodBank =>
        [
            "More people in work than before. They come after a shift, and ask whether we are open later.",
            "We ran out of long-life milk twice and of nappies once. Tins we have; what people can cook without an oven is what is short.",
            "Parcels for one person went up fastest. Most had lost hours, not jobs.",
            "A third of those who came had never asked anybody for food. Several stayed outside until the queue had gone.",
            "The surgery now gives out our card. People arrive sooner and need less.",
            "We changed from parcels to a pantry on two mornings, and people choose. Less comes back, and they talk to each other.",
        ],
        Focus.Energy =>
        [
            "Households on prepayment meters switch off rather than run out, so nobody sees it until a doctor does.",
            "Debts to the energy companies are larger than a year ago; the bills of last winter are still being paid.",
            "Half of the calls were about letters that people could not understand. We read them out, and often nothing was owed.",
            "We fitted draught strips in an afternoon that saved a family more than the award.",
            "Standing charges eat a top-up before the heating comes on. We now give two smaller ones.",
            "Fewer came for money and more for a plan. We would call that a good quarter.",
        ],
        Focus.Families =>
        [
            "School uniform was what parents asked for first, and shoes most of all.",
            "Holiday vouchers went out a week early and were used within three days.",
            "Fathers came on their own for the first time, four of them.",
            "Two schools told us that children were bringing home half of their dinners.",
            "A mother who had two hampers from us last year packed forty with us this time.",
            "Families in the hostel can't cook, so we gave vouchers for a café and not for a shop.",
        ],
        Focus.OlderPeople =>
        [
            "People in their eighties keep one room warm. We find out when we visit, not when they ring.",
            "Many were owed pension credit for years. We helped with the bill, and then with the claim.",
            "Electric blankets cost little and did more than anything else we gave.",
            "Pride is the hardest part. We call it the warm homes gift, and nobody has refused it.",
            "Several had stopped using the bath to save hot water.",
            "Neighbours told us of people whom no list had. We knocked, with a soup flask.",
        ],
        Focus.Furniture =>
        [
            "Families move into empty flats: no cooker, no curtains, mattresses on the floor.",
            "Second-hand cookers can't be had. We bought new ones, which is why fewer awards cost more.",
            "Carpet is what everybody asks for and no row of the table quite fits.",
            "The refuges sent eleven women who had left with a bag each.",
            "Prices of fridges rose by a fifth; we repaired what we could.",
            "A starter pack of pans and bedding goes out on the day we are asked. That matters more than what is in it.",
        ],
        Focus.Housing =>
        [
            "Rent arrears under five hundred pounds lose people homes. Most of these awards stopped a court date.",
            "Landlords raise the rent when a tenancy ends, and the benefit does not follow.",
            "Deposits are the wall now. Three households stayed in a hostel for want of one.",
            "People came earlier, with a letter and not with a bailiff.",
            "Nearly all had a second problem: a benefit stopped, a job lost, somebody ill. We counted one award and did three things.",
            "We settled as many cases by telephone as with money.",
        ],
        Focus.Community =>
        [
            "The warm room is full on Mondays, when the library is shut.",
            "People we had helped came back to help: nine of them this year.",
            "Those with no recourse to public funds have nowhere else. We asked each time whether we might help, and the fund says yes.",
            "The street's messaging group does what our leaflets never did.",
            "Men under forty hardly come. We have begun to go to the football ground.",
            "The drop-in on Thursdays has become the place where letters are opened.",
        ],
        _ =>
        [
            "Machines for breathing and for lifting run day and night. Those bills can't be cut by putting on a jumper.",
            "Carers had not eaten a hot meal themselves in days. We gave the food voucher to them.",
            "Taxis to hospital had eaten the week's money in six of the cases.",
            "Washing, twice a day, is what costs: water, powder, drying.",
            "Forms that can't be filled in by hand shut our people out. We filled in most of them on the telephone.",
            "Special diets cost double, and the food bank can't stock them. Vouchers can.",
        ],
    };
}
