/**
 * What the invented speakers of the benchmark say: the material from which `corpus.ts` makes
 * sentences. Written for this purpose; nobody said any of it.
 */

/** Answers, thoughts and stories: one sentence a line. */
export const STATEMENTS = `
I moved to the new school in the middle of the year and nobody told me where the lunch hall was.
My room is at the top of the house and you can hear the rain on the window all night.
The bus is meant to come at ten past eight but on most days it comes when it wants to.
She always asked how the match had gone, and she remembered the score the week after.
We had three different workers in one winter, so I stopped learning their names.
I would rather wait for somebody who knows me than start again with a stranger.
My brother lives on the other side of the river and I only see him when there is a lift.
They said it would be for two weeks and it was nearly two years in the end.
I keep my things in a blue box under the bed, because boxes are easier to carry than drawers.
The meeting was at half past ten, in the middle of maths, and everybody knew why I had to leave.
Nobody explained what the letter meant until my gran read it out at the kitchen table.
If you ask a question in the review they write it down, but the answer never comes back.
I like it when people say what they are going to do and then do it.
The house was quiet and clean and I did not know where to put my shoes.
You get used to it, I suppose, but you should not have to get used to it.
My carer makes soup on Sundays and the whole street smells of onions.
He turned up late, he had not read the notes, and he called me by my sister's name.
It takes about an hour to get to contact and an hour to get home again, and it lasts forty minutes.
I was angry for a long time and I did not have the words for it.
The best thing anybody did was teach me how to cook rice without burning the pan.
There is a woman at the library who lets me stay until closing time when it is cold.
I want to be a plumber, or maybe a nurse, but nobody at the college could tell me about the money.
When I turned eighteen the calls stopped, just like that, as if somebody had pulled out the plug.
We are not asking for the moon, we are asking for the same worker for longer than one summer.
My sister was placed with a family near the sea and I was placed near the motorway.
They should ask the children first and the grown-ups after that.
I had a plan, it was called a pathway plan, and I saw it once on somebody's laptop.
The police came to the home because somebody had thrown a cup, and it was only a cup.
I have a key now, my own key, and I check my pocket for it about twenty times a day.
Mum did well for months and then she did not do so well, and nobody was there at the weekend.
The form has fourteen pages and it asks the same thing four times in different words.
I did not know that I was allowed to say no.
She helped me to write down what I wanted to say, and then she sat next to me while I said it.
Some days I think about the dog more than about the people in that house.
It is hard to make friends when you know that you will be gone by Easter.
Our teacher kept a spare coat in the cupboard for anybody who needed one, and no one had to ask.
The flat was damp and the heating worked on Tuesdays, more or less.
They gave me forty pounds for the week and told me to budget, but the bus pass alone is eighteen.
I was never told that I could see my file, and when I saw it half the pages were black.
What helped was that he stayed the same when I was being horrible.
People talk about you as if you were a parcel that has been sent to the wrong address.
We cooked together, we watched rubbish films together, and slowly I began to talk.
My nephew came to us with one bag and a toothbrush that was not his.
As a kinship carer I get less support than the neighbour's cat.
I rang the duty team six times and every time I told the whole story from the beginning.
The judge spoke to me directly, which nobody else had done all morning.
In the team we carry twenty-two cases each, and you cannot know twenty-two families.
I became a social worker to spend time with people, and I spend most of it with a database.
The training was good but there was nobody to cover the shifts, so only two of us went.
A good review is short, it starts with the young person, and somebody brings biscuits.
When a worker leaves, the child thinks that it was something they did.
We need homes in the places where the children already go to school.
The school sent him home again, and I had to leave work again, and then I lost the work.
I think that the hardest part is the waiting, because nobody tells you what you are waiting for.
At night the staff change over and the new ones do not know that he likes the landing light on.
My foster mum still sends me a card on my birthday and I am thirty-one.
There was a youth club in the church hall, and then there was a cut, and then there was a car park.
I used to hide food behind the radiator until she showed me that the cupboard was never locked.
He is my brother whatever it says on the paper.
You can have a hundred plans, but if there is no bed in the county there is no bed.
The advocate was the first person who asked me what I would change.
I still have the photo of all of us on the wall, with the wet hair and the ice creams.
Honestly, the taxi driver knew more about my week than my worker did.
They moved my exam table next to the office so that I could leave if I needed to.
Nan says that I eat like somebody who thinks that it will be taken away.
We had a laugh, which sounds like nothing, but it was the first one since the summer.
Every time the phone rings after nine I think that it is about my mum.
I got a place at college and there was no money for the train, so I did not go.
Being listened to is not the same as being asked.
She said that she would come on Friday and I sat on the stairs until it was dark.
The new carer painted the room yellow because I had said once that I liked it.
There are eleven of us in the house if you count the baby, and everybody counts the baby.
In my country I was nearly finished with school, and here they put me in with the small ones.
The interpreter was from the wrong region and he changed what I said.
I waited nineteen months to hear whether I could stay, and I did not sleep for most of them.
Football is the only place where nobody asks me how I am feeling.
My worker texts me back, and you would not believe how rare that is.
We never had a holiday, but we had a beach day and a puncture and chips.
You need one adult who is mad about you, that is what I tell every new member of staff.
The decision was made in a room with nobody in it who had met her.
I am doing fine now, I have a job in a bakery and a cat who hates me.
Write it in plain words, because I should not need a dictionary to read about my own life.
The counselling was six sessions, and at the sixth I was just about to say the thing.
My son was assessed three times by three people who did not talk to one another.
Some of the money should go to families before it all breaks, not after.
I do not want to be a success story, I want to be left alone on Tuesdays.
The staff at the home are kind but they are on shift, and you cannot be on shift and be a mum.
It was a bin bag, everybody says that it was a bin bag, because it is always a bin bag.
He taught me to drive in the supermarket car park before it opened.
When the baby was born they were watching me from the first hour, as if I was already guilty.
We asked for help early and we were told that we were not bad enough yet.
The contact centre has a broken slide and a clock that everybody looks at.
I felt safe there, and it took me a while to work out that this was the feeling.
Nobody visits on Sundays, so Sundays are long.
My school report said that I was quiet, but I was not quiet, I was tired.
You should be able to go back for tea, even when you are twenty-five.
`

/** Shorter, looser speech. */
export const REMARKS = `
Yeah, I think so.
No, not really, no.
It was all right.
I don't know, it's hard to say.
That's what I mean.
Sometimes, yes, but not when it mattered.
Er, about a year, maybe more.
And then we moved again.
You know what I mean?
I've never told anybody that.
It depends on the person, doesn't it?
They're nice, mostly.
I can't remember her name.
He's a good lad, he just doesn't say much.
Well, it was and it wasn't.
We didn't have a choice!
I'd say six out of ten.
Not at first.
My mum, my nan, and my cousin when he's home.
So that was that.
I wasn't there for that bit.
It's the little things.
Nothing, they did nothing at all.
She's lovely, she is.
Oh, loads of times!
That's fair, I suppose.
They could've just asked me.
I'm all right now, thank you.
Exactly, exactly that.
It isn't rocket science, is it?
`

/** What interviewers and chairs say. */
export const QUESTIONS = `
Can you tell me a bit more about that?
How did you feel when you heard the news?
Who would you go to if something went wrong?
What would have made a difference at that point?
And how long were you there for?
Was there anybody who you could talk to at school?
Thank you, that is really helpful.
If you could change one thing about your review, what would it be?
Did anyone explain to you why you had to move?
Shall we have a break, or are you happy to carry on?
What does a good worker do that the others do not?
How often do you see your brothers and sisters?
Does anybody else want to come in on that?
What was it like in the first week?
You said earlier that nobody asked you, so who should have asked?
Is there something that I should have asked and did not?
How does the money work, if you do not mind me asking?
And what happened after you turned eighteen?
What do you want people in charge to know?
Take your time, there is no wrong answer.
`
