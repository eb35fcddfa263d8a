namespace MonitoringReturns.Local.Demo.SharedCommissions.Words;

internal sealed partial record AreaWords
{
    public static AreaWords Homelessness { get; } = new(
        Progress:
        [
            "{n} people in all, most of them from {most}. From {least} hardly anybody is sent to us.",
            "{most} led with its new duty desk. {n} in the quarter, and some of them will need us again.",
            "Of the {n}, about a third needed one meeting and a letter. The rest took months.",
            "{n}, after a slow first month. In {least} we have changed the day of the surgery.",
            "Families from {most} stood for much of the {n}; single men are harder to keep in touch with.",
            "We counted {n} and left out those who moved away before we could ask.",
            "{n}. Landlords in {most} began to call us before they went to court.",
        ],
        Overall:
        [
            "More of them came before the notice had run out, which is when we can do most.",
            "Rents rose again, and what was affordable in spring is not in autumn.",
            "Councils' new duty sends people to us sooner, and in larger numbers.",
            "We see more who work full time and still sleep in a car.",
            "Half of the work is now with letting agents and not with tenants.",
            "Hospital wards have begun to ring us on the day before and not on the day of leaving.",
            "It was steady work without surprises, and we are glad of it.",
            "The number is lower than it looks, for single cases have grown longer.",
        ],
        WentWell:
        [
            "A desk in the housing office two mornings a week: people are walked across the room to us.",
            "Our mediators kept eleven young people at home who had their bags packed.",
            "Two landlords took people without a deposit, on our word.",
            "Peer workers who slept rough themselves get answers that we never got.",
            "The legal desk stopped nine evictions on the morning of the hearing.",
            "A shared list of empty rooms, kept by all partners, saved hours of telephone calls.",
            "Health checks in the day room, with a nurse who stays for lunch.",
            "Arrears clinics on Saturdays reach people who can't take a day off.",
            "The new tenancy pack: a kettle, bedding and a named person for three months.",
        ],
        DidNot:
        [
            "Move-on rooms in the west dried up, so people stayed with us who were ready to go.",
            "Two case workers left within a month, and their people had to tell it all again.",
            "Benefit decisions took ten weeks, and arrears grew meanwhile.",
            "We lost touch with one in eight before we could ask how they are.",
            "A partner's lease ran out, and its clinic had no room for six weeks.",
            "Referrals came by e-mail without a telephone number.",
            "Fewer people than planned from the outer south-west.",
        ],
        Plan:
        [
            "A surgery in each of the four boroughs that send fewest.",
            "Train two volunteers to go along to first viewings.",
            "Agree with three hospital wards on a day's notice.",
            "Call everybody housed six months ago and ask.",
            "Put our arrears letters into plainer words, with a tenant at the table.",
            "Fill the vacant post, and share a worker with a partner until then.",
            "Open the day room on Sundays for the winter.",
            "Meet the boroughs' new private renting teams.",
        ],
        WouldHelp:
        [
            "A named contact in each housing office. In nine boroughs we have none.",
            "Deposits that follow the person across a borough border.",
            "Knowing by Christmas whether the award goes on in April.",
            "Somebody to speak with the benefit office for all of us at once.",
            "A pool of move-on rooms that boroughs share.",
            "Leave to count people who come from outside London.",
        ],
        BelowProfile:
        [
            "Two posts were empty for most of the quarter. They are filled now; a lower profile for next quarter would be honest.",
            "Rooms that we had been promised were let to others. A borough that holds three for us would help.",
            "People stayed longer, so fewer could begin. Move-on places would help most.",
            "We had planned on referrals from wards that were closed for repairs.",
            "Many are still being worked with and will be counted later. It would help to count them when they begin.",
        ],
        Stories:
        [
            "{name} had slept on night buses for five weeks and kept a job in a kitchen in {borough} all the time. We found the wages slips, then the deposit, then the room. The boss gave the reference on the back of a menu.",
            "{name}'s landlord in {borough} wanted the flat back for a son. There was no son. The legal desk asked one question in court and the case was over. {name} brought cake for the usher too.",
            "After the third argument {name}, who is seventeen, left home with a school bag. Our mediator sat in the kitchen in {borough} for four evenings. It is not peace, but it is a bed.",
            "{name} had been in hostels for eleven years. The first night in the new flat in {borough} was too quiet, so our worker left the radio on and came back at eight. It is still too quiet, and still home.",
            "A nurse in the day room saw {name}'s foot before {name} would show it to anybody. Ten days in hospital, and then, for once, not back to the doorway in {borough}.",
        ]);
}
